package io.kehu.migration.run;

import java.util.List;
import java.util.Map;

import io.kehu.migration.staging.StagedPartition;

/**
 * The result of a part of a cleaning job.
 *
 * @param read the number of rows read
 * @param dropped the number of rows dropped, by reason
 * @param written the partitions written with the remaining rows
 * @param columns the columns of the remaining rows
 * @param log the partition of the changes
 * @param counts the counts of changes
 */
record PartResult(long read, Map<String, Long> dropped, List<StagedPartition> written, List<String> columns,
		StagedPartition log, List<ChangeCount> counts) {

	/** Returns the number of rows kept. */
	long kept() {
		return this.written.stream().mapToLong(StagedPartition::rows).sum();
	}

}
