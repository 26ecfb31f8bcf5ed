/**
 * The logins of users.
 */
@NullMarked
package io.kehu.auth.session;

import org.jspecify.annotations.NullMarked;
