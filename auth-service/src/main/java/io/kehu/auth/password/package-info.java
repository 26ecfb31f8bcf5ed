/**
 * Which passwords people may choose.
 */
@NullMarked
package io.kehu.auth.password;

import org.jspecify.annotations.NullMarked;
