package io.kehu.migration.matching.neighbourhood;

/**
 * Two rows that say nearly the same.
 *
 * @param row the number of the later row
 * @param first that of the earlier one
 * @param likeness mean likeness of their fields, 0 to 1
 */
public record NearDuplicate(long row, long first, double likeness) {
}
