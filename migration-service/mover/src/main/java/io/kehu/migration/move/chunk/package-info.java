/**
 * Chunks of rows at rest: compressed, encrypted, bound to their place.
 */
@NullMarked
package io.kehu.migration.move.chunk;

import org.jspecify.annotations.NullMarked;
