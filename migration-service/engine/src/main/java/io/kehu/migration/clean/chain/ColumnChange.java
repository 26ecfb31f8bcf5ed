package io.kehu.migration.clean.chain;

/**
 * How much of a column changed, among the rows kept.
 *
 * @param column its name
 * @param unchanged cells as they were
 * @param changed cells with another text
 * @param filled cells that had none
 * @param emptied cells that have none any more
 */
public record ColumnChange(String column, long unchanged, long changed, long filled, long emptied) {

}
