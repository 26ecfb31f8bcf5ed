package io.kehu.migration.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

import io.kehu.migration.matching.clusters.ReviewPair;
import io.kehu.migration.matching.field.EqualRecords;

/**
 * Which groups of equal records are one entity each. Where all that is known of them is a
 * frequent name, say, they may be several: these are reviewed, a group at a time.
 *
 * @param parted the groups that are not one entity
 * @param doubted those of them that may be, in numbers of records
 */
record WholeGroups(BitSet parted, List<ReviewPair> doubted) {

	/**
	 * Decides on each group.
	 * @param groups the groups
	 * @param whole whether a group is one entity
	 * @param weight weight of two of its records
	 * @param reviewWeight the weight from which on a group is reviewed
	 */
	static WholeGroups of(EqualRecords groups, IntPredicate whole, IntToDoubleFunction weight, double reviewWeight) {
		BitSet parted = new BitSet();
		List<ReviewPair> doubted = new ArrayList<>();
		for (int group = 0; group < groups.size(); group++) {
			int size = groups.size(group);
			if (size > 1 && !whole.test(group)) {
				parted.set(group);
				double bits = weight.applyAsDouble(group);
				if (bits >= reviewWeight) {
					int[] rows = groups.rows(group);
					doubted.add(new ReviewPair(rows[0], rows[1], 1, size - 1, bits));
				}
			}
		}
		return new WholeGroups(parted, doubted);
	}

	/** Returns whether the records of a group are one entity. */
	boolean isWhole(int group) {
		return !this.parted.get(group);
	}

}
