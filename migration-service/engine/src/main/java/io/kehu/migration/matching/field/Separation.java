package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Says which equal records must not be taken as one: those of different known entities or
 * of sources that hold each entity once, and those that a reviewer has told apart.
 */
public final class Separation {

	private final int[] numbers;

	private final List<int[]> toldApart = new ArrayList<>();

	private final BitSet contested = new BitSet();

	private final List<int[]> split = new ArrayList<>();

	/**
	 * Creates the separation of some records.
	 * @param rows how many records there are
	 * @param number gives 0 or more for each; records with different numbers stay apart
	 */
	public Separation(int rows, IntUnaryOperator number) {
		this.numbers = new int[rows];
		for (int row = 0; row < rows; row++) {
			this.numbers[row] = number.applyAsInt(row);
		}
	}

	/** Keeps two records apart even when they are equal. */
	public void tellApart(int left, int right) {
		this.toldApart.add(new int[] { left, right });
	}

	int number(int row) {
		return this.numbers[row];
	}

	/**
	 * Splits equal records that were told apart from their groups.
	 * @return whether there are any
	 */
	boolean split(EqualRecords records) {
		boolean split = false;
		for (int[] pair : this.toldApart) {
			if (records.group(pair[0]) == records.group(pair[1])) {
				int[] rows = records.rows(records.group(pair[0]));
				this.split.add(rows);
				for (int row : rows) {
					this.contested.set(row);
				}
				this.numbers[pair[0]] = -1 - pair[0];
				this.numbers[pair[1]] = -1 - pair[1];
				split = true;
			}
		}
		return split;
	}

	/** Returns the equal records that were taken apart, those of each group together. */
	public List<int[]> taken() {
		return List.copyOf(this.split);
	}

	/**
	 * Returns whether a reviewer has told some of the records apart that are equal to
	 * this one.
	 */
	public boolean isContested(int row) {
		return this.contested.get(row);
	}

}
