package io.kehu.migration.duplicate;

/**
 * Two rows of a table that say nearly the same.
 *
 * @param row the later row, from 0
 * @param first the earlier one
 * @param likeness mean likeness of their fields, 0 to 1
 */
public record NearDuplicate(int row, int first, double likeness) {
}
