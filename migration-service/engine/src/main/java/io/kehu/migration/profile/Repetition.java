package io.kehu.migration.profile;

/**
 * Rows that repeat another row value by value.
 *
 * @param rows how many could be dropped
 * @param exact whether that is counted, not estimated
 */
public record Repetition(long rows, boolean exact) {
}
