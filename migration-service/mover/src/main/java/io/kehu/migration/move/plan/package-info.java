/**
 * What a run does: tables, columns, casts, partitions.
 */
@NullMarked
package io.kehu.migration.move.plan;

import org.jspecify.annotations.NullMarked;
