package io.kehu.migration.profile;

/**
 * How many rows keys, dependencies and likely duplicates were looked for in.
 *
 * @param rows how many
 * @param whole whether that is all rows, so that the findings are exact
 */
public record SampleSize(int rows, boolean whole) {
}
