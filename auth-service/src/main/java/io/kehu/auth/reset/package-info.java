/**
 * Changing and resetting passwords.
 */
@NullMarked
package io.kehu.auth.reset;

import org.jspecify.annotations.NullMarked;
