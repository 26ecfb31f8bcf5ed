package io.kehu.migration.move.verify;

import java.util.List;

import io.kehu.migration.move.value.RowTally.Totals;

/**
 * What became of a table.
 *
 * @param source the source table
 * @param target the target table
 * @param complete whether all partitions have been read to their end
 * @param sourceRows the number of rows that the source holds at the time of verification
 * @param loaded the number of loaded rows
 * @param rejected the number of rejected rows
 * @param before the totals of the target before the run
 * @param expected the totals that the target should have
 * @param found the totals that the target has
 * @param columns the target columns, in the order of the totals
 * @param differences differences between what was loaded and what is there, at most
 * {@value Verification#LISTED}
 * @param samples rows side by side
 */
public record TableReport(String source, String target, boolean complete, long sourceRows, long loaded, long rejected,
		Totals before, Totals expected, Totals found, List<String> columns, List<Difference> differences,
		List<Sample> samples) {

	/** Returns whether each row of the source was either loaded or rejected. */
	public boolean balanced() {
		return this.complete && this.sourceRows == this.loaded + this.rejected;
	}

	/** Returns whether the target holds exactly what was loaded. */
	public boolean verified() {
		return balanced() && this.expected.matches(this.found);
	}

	/**
	 * A row that differs.
	 *
	 * @param partition the number of the partition
	 * @param chunk the number of the chunk
	 * @param key the key of the row
	 * @param what how it differs
	 */
	public record Difference(int partition, int chunk, String key, String what) {
	}

	/**
	 * A row side by side.
	 *
	 * @param key the key of the row
	 * @param source the values as they were cast
	 * @param target the values in the target, empty if the row is missing
	 */
	public record Sample(String key, List<String> source, List<String> target) {
	}

}
