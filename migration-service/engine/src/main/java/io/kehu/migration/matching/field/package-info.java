/**
 * Detects what the columns of a table mean, and compares two values of a column.
 */
@NullMarked
package io.kehu.migration.matching.field;

import org.jspecify.annotations.NullMarked;
