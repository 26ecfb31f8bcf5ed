package io.kehu.migration.matching.exact;

/**
 * What became of the records of a file.
 *
 * @param read how many there were
 * @param kept how many were kept
 * @param merged how many said the same as an earlier one
 */
public record DeduplicationReport(long read, long kept, long merged) {

	public DeduplicationReport {
		if (read != kept + merged) {
			throw new IllegalStateException("%d records were read, %d kept, %d merged".formatted(read, kept, merged));
		}
	}

	/** This report, if it agrees with what was searched and found. */
	DeduplicationReport checked(Duplicates duplicates) {
		if (duplicates.records() != this.read || duplicates.count() != this.merged) {
			throw new IllegalStateException("%d duplicates of %d records were found, but %d of %d left out"
				.formatted(duplicates.count(), duplicates.records(), this.merged, this.read));
		}
		return this;
	}

}
