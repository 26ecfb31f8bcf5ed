package io.kehu.migration.run;

import java.util.List;
import java.util.stream.Stream;

import io.kehu.migration.clean.standardise.Standard;
import io.kehu.migration.staging.StagedPartition;
import org.jspecify.annotations.Nullable;

/**
 * The result of a share of a full scan.
 *
 * @param found the partitions of findings, for those partitions of rows that have any
 * @param learnt the format learnt from the column, for rules that learn one
 * @param trial how well fill methods restore known values, from the first share of a fill
 * rule
 */
record FullScan(List<StagedPartition> found, @Nullable Standard learnt, @Nullable FillReport trial) {

	/** The number of shares of long scans. */
	static final int SHARES = 4;

	/**
	 * Returns the partition for the findings of a share about the rows of a partition.
	 */
	static int partition(int partition, int share) {
		return partition * SHARES + share;
	}

	/** Returns the partitions with findings about the rows of a partition. */
	List<Integer> of(int partition) {
		return this.found.stream()
			.map(StagedPartition::number)
			.filter((number) -> number / SHARES == partition)
			.toList();
	}

	Stream<FillReport> trials() {
		return Stream.ofNullable(this.trial);
	}

}
