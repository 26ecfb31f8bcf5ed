/**
 * The caller's own data.
 */
@NullMarked
package io.kehu.auth.me;

import org.jspecify.annotations.NullMarked;
