/**
 * Signing keys.
 */
@NullMarked
package io.kehu.auth.key;

import org.jspecify.annotations.NullMarked;
