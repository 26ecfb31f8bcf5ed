package io.kehu.migration.run;

import java.util.List;
import java.util.stream.Stream;

import io.kehu.migration.clean.standardise.Standard;
import io.kehu.migration.staging.StagedPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a share of a look at all rows gave.
 *
 * @param found the partitions of findings, for those partitions of rows that there are
 * any of
 * @param learnt the form in which the column is read, for rules that learn one
 * @param trial how well methods of filling bring back known values, from the first share
 * of a rule that fills
 */
record Look(List<StagedPartition> found, @Nullable Standard learnt, @Nullable FillReport trial) {

	/** In how many shares instances divide looks that take long. */
	static final int SHARES = 4;

	/** Where a share puts what it finds of the rows of a partition. */
	static int partition(int partition, int share) {
		return partition * SHARES + share;
	}

	/** What was found of the rows of a partition. */
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
