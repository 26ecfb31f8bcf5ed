package io.kehu.migration.live;

import java.util.List;
import java.util.UUID;

import io.kehu.migration.matching.RecordReference;

/**
 * A merged row with the records that it was merged from.
 *
 * @param row the row as a customer, with external ids
 * @param live the live customers among its records; the oldest comes first and survives
 * @param others its other records
 * @param byKey whether the live customer is not part of the linkage, but has one of the
 * external ids
 */
record MergedCluster(CustomerRow row, List<RecordReference> live, List<RecordReference> others, boolean byKey) {

	/** Returns the number of its records that need an outcome. */
	int read() {
		return this.others.size() + Math.max(0, this.live.size() - 1);
	}

	UUID survivor() {
		return UUID.fromString(this.live.get(0).key());
	}

	/** Returns the live customers that are merged into the survivor. */
	List<RecordReference> ending() {
		return this.live.subList(Math.min(1, this.live.size()), this.live.size());
	}

	/** Returns this cluster joined with a live customer that has one of its keys. */
	MergedCluster joinedWith(UUID customer) {
		return new MergedCluster(this.row, List.of(new RecordReference("", customer.toString())), this.others, true);
	}

}
