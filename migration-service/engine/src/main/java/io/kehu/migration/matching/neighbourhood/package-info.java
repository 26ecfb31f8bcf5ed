/**
 * Finds near duplicates by the sorted neighbourhood method (Hernández and Stolfo 1995),
 * one range of the order at a time.
 */
@NullMarked
package io.kehu.migration.matching.neighbourhood;

import org.jspecify.annotations.NullMarked;
