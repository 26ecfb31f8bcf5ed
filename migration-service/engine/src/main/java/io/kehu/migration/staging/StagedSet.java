package io.kehu.migration.staging;

import java.util.List;

/**
 * A complete set of staged rows.
 *
 * @param id its id
 * @param columns its columns
 * @param partitions its partitions, by number; those without rows are left out
 */
public record StagedSet(String id, List<String> columns, List<StagedPartition> partitions) {

	public StagedSet {
		columns = List.copyOf(columns);
		partitions = List.copyOf(partitions);
	}

	/** How many rows it has in all. */
	public long rows() {
		return this.partitions.stream().mapToLong(StagedPartition::rows).sum();
	}

}
