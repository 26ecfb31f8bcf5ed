package io.kehu.migration.run;

import java.util.List;

import io.kehu.migration.staging.StagedPartition;

/**
 * The rows that a leg starts from.
 *
 * @param set the set that holds them, which need not be complete
 * @param columns its columns
 * @param partitions its partitions
 */
record LegRows(String set, List<String> columns, List<StagedPartition> partitions) {

	long rows() {
		return this.partitions.stream().mapToLong(StagedPartition::rows).sum();
	}

	List<Integer> numbers() {
		return this.partitions.stream().map(StagedPartition::number).toList();
	}

}
