/**
 * Tables held in memory as dictionary-encoded columns, for the cleaning algorithms.
 */
@NullMarked
package io.kehu.migration.table;

import org.jspecify.annotations.NullMarked;
