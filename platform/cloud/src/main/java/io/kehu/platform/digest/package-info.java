/**
 * Digests of what is better not kept as it is.
 */
@NullMarked
package io.kehu.platform.digest;

import org.jspecify.annotations.NullMarked;
