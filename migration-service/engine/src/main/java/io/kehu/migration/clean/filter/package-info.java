/**
 * Finds rows by rules and outliers by statistics.
 */
@NullMarked
package io.kehu.migration.clean.filter;

import org.jspecify.annotations.NullMarked;
