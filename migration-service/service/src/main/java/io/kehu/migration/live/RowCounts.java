package io.kehu.migration.live;

import java.util.Map;

import io.kehu.migration.live.Outcomes.Status;

/**
 * The numbers of records by their outcome: read = created + updated + unchanged + merged
 * + rejected.
 *
 * @param read the rows of files, and the live customers to be merged into others
 * @param created the rows that become part of a new customer
 * @param updated the rows that change a live customer
 * @param unchanged the rows that contain nothing new
 * @param merged the live customers that are merged into others
 * @param rejected the rows that are rejected
 */
record RowCounts(long read, long created, long updated, long unchanged, long merged, long rejected) {

	static RowCounts of(long read, Map<Status, Long> counts) {
		return new RowCounts(read, counts.getOrDefault(Status.CREATED, 0L), counts.getOrDefault(Status.UPDATED, 0L),
				counts.getOrDefault(Status.UNCHANGED, 0L), counts.getOrDefault(Status.MERGED, 0L),
				counts.getOrDefault(Status.REJECTED, 0L));
	}

}
