/**
 * Holds pairs of record numbers by the million, in memory and in files.
 */
@NullMarked
package io.kehu.migration.matching.pairs;

import org.jspecify.annotations.NullMarked;
