package io.kehu.migration.matching.neighbourhood;

import java.util.Comparator;

/**
 * Where a row stands in a sorted neighbourhood: by its text, and where texts are the same
 * by its number, so that even rows of one key have an order that can be cut.
 *
 * @param text the text of the key
 * @param row the row's number
 */
public record NeighbourKey(String text, long row) implements Comparable<NeighbourKey> {

	private static final Comparator<NeighbourKey> ORDER = Comparator.comparing(NeighbourKey::text)
		.thenComparingLong(NeighbourKey::row);

	@Override
	public int compareTo(NeighbourKey other) {
		return ORDER.compare(this, other);
	}

}
