package io.kehu.migration.live;

import java.util.List;

/**
 * What became of the rows that were applied: read = created + updated + unchanged +
 * merged + rejected.
 *
 * @param read the rows of files, and the live customers that were to end in others
 * @param created the rows that are part of a new customer
 * @param updated those that changed a live customer
 * @param unchanged those that had nothing new
 * @param merged the live customers that ended in others
 * @param rejected those that were refused, each with its reason
 * @param unmapped the columns that say nothing of a customer
 */
record ApplicationResult(long read, long created, long updated, long unchanged, long merged, long rejected,
		List<String> unmapped) {
}
