/**
 * Probabilistic record linkage: which records, in one table or several, mean the same
 * entity.
 */
@NullMarked
package io.kehu.migration.linkage;

import org.jspecify.annotations.NullMarked;
