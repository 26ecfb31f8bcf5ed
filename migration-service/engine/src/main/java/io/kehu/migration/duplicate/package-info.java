/**
 * Exact duplicates and near ones by sorted neighbourhood, in files larger than memory:
 * found, reported with their lines, and left out but for the first of each.
 */
@NullMarked
package io.kehu.migration.duplicate;

import org.jspecify.annotations.NullMarked;
