package io.kehu.migration.tables;

/**
 * The result of a move.
 *
 * @param tables the number of tables
 * @param sourceRows the number of rows that the source holds
 * @param loaded the number of rows that were loaded, or could be in a dry run
 * @param rejected the number of rows that were rejected
 * @param verified whether the target holds exactly what was loaded, and each row of the
 * source was loaded or rejected
 */
record MoveResult(int tables, long sourceRows, long loaded, long rejected, boolean verified) {
}
