package io.kehu.migration.matching.exact;

/**
 * A record that says the same as an earlier one.
 *
 * @param line the line on which it starts
 * @param first the line on which the first such record starts
 */
public record Duplicate(long line, long first) {
}
