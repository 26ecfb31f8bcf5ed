/**
 * Rules for passwords.
 */
@NullMarked
package io.kehu.auth.password;

import org.jspecify.annotations.NullMarked;
