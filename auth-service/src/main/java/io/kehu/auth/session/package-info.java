/**
 * The logins of people: listed, and ended.
 */
@NullMarked
package io.kehu.auth.session;

import org.jspecify.annotations.NullMarked;
