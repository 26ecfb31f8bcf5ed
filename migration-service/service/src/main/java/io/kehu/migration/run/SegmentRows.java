package io.kehu.migration.run;

import java.util.List;

import io.kehu.migration.staging.StagedPartition;

/**
 * The input of a segment.
 *
 * @param set the set of the rows, which need not be complete
 * @param columns the columns
 * @param partitions the partitions
 */
record SegmentRows(String set, List<String> columns, List<StagedPartition> partitions) {

	long rows() {
		return this.partitions.stream().mapToLong(StagedPartition::rows).sum();
	}

	List<Integer> numbers() {
		return this.partitions.stream().map(StagedPartition::number).toList();
	}

}
