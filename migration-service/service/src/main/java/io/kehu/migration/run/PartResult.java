package io.kehu.migration.run;

import java.util.List;
import java.util.Map;

import io.kehu.migration.staging.StagedPartition;

/**
 * What a part of a cleaning job gave.
 *
 * @param read how many rows came in
 * @param dropped how many were dropped, by reason
 * @param written the partitions written, with the rows that were kept
 * @param columns their columns
 * @param log the partition of the changes
 * @param counts what the rules did, and how often
 */
record PartResult(long read, Map<String, Long> dropped, List<StagedPartition> written, List<String> columns,
		StagedPartition log, List<ChangeCount> counts) {

	/** How many rows were kept. */
	long kept() {
		return this.written.stream().mapToLong(StagedPartition::rows).sum();
	}

}
