package io.kehu.migration.matching.neighbourhood;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.kehu.migration.table.Hashes;

/**
 * Cuts the order of a sorted neighbourhood into ranges of about as many rows each, found
 * from a sample; where it is cut changes nothing in what is found.
 */
public final class SortRanges {

	private static final long SAMPLE = 4096;

	private final List<NeighbourKey> bounds = new ArrayList<>();

	/**
	 * Cuts by a sample.
	 * @param sample some keys of the rows, in any order
	 * @param ranges how many ranges are wanted
	 */
	public SortRanges(List<NeighbourKey> sample, int ranges) {
		List<NeighbourKey> sorted = sample.stream().sorted().toList();
		for (int range = 1; range < ranges && !sorted.isEmpty(); range++) {
			this.bounds.add(sorted.get((int) ((long) sorted.size() * range / ranges)));
		}
	}

	/**
	 * Returns whether a row belongs to the sample, which is the same in every run and
	 * however the rows are divided.
	 * @param row its number
	 * @param rows how many rows there are
	 */
	public static boolean samples(long row, long rows) {
		return Long.remainderUnsigned(Hashes.mix(row), Math.max(1, rows / SAMPLE)) == 0;
	}

	/** Returns the range of a key, from 0. */
	public int range(NeighbourKey key) {
		int place = Collections.binarySearch(this.bounds, key);
		return (place >= 0) ? place + 1 : -place - 1;
	}

}
