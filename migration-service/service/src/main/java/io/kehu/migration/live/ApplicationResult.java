package io.kehu.migration.live;

import java.util.List;

/**
 * The outcome of applying a linkage: read = created + updated + unchanged + merged +
 * rejected.
 *
 * @param read the rows of files, and the live customers to be merged into others
 * @param created the rows that became part of a new customer
 * @param updated the rows that changed a live customer
 * @param unchanged the rows that contained nothing new
 * @param merged the live customers that were merged into others
 * @param rejected the rows that were rejected, each with its reason
 * @param unmapped the columns that do not map to a field of a customer
 */
record ApplicationResult(long read, long created, long updated, long unchanged, long merged, long rejected,
		List<String> unmapped) {
}
