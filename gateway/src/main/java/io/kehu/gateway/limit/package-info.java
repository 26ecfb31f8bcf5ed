/**
 * Limits of how many requests a caller can send.
 */
@NullMarked
package io.kehu.gateway.limit;

import org.jspecify.annotations.NullMarked;
