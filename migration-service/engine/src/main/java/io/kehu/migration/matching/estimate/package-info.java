/**
 * Estimates from a sample how many duplicates a table holds, for its profile.
 */
@NullMarked
package io.kehu.migration.matching.estimate;

import org.jspecify.annotations.NullMarked;
