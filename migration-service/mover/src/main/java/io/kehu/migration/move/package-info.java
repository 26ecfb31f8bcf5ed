/**
 * Moves whole tables from one database to another: a run in resumable partitions.
 */
@NullMarked
package io.kehu.migration.move;

import org.jspecify.annotations.NullMarked;
