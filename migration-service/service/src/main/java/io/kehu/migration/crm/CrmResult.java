package io.kehu.migration.crm;

/**
 * The result of a run.
 *
 * @param sourceRows the number of rows in the source
 * @param created the number of new records
 * @param merged the number of rows that became a part of records that existed
 * @param rejected the number of rejected rows
 * @param verified whether everything is as it should be
 */
record CrmResult(long sourceRows, long created, long merged, long rejected, boolean verified) {
}
