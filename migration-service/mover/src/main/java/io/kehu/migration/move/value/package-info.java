/**
 * Values on their way: explicit casts into one binary form of rows, and tallies of rows.
 */
@NullMarked
package io.kehu.migration.move.value;

import org.jspecify.annotations.NullMarked;
