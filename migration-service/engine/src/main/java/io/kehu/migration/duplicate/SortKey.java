package io.kehu.migration.duplicate;

import java.util.Comparator;

/**
 * Where a row stands in a sorted neighbourhood: by its text, and where texts are the same
 * by its number, so that even rows of one key have an order that can be cut.
 *
 * @param text the text of the key
 * @param row the row's number
 */
public record SortKey(String text, long row) implements Comparable<SortKey> {

	private static final Comparator<SortKey> ORDER = Comparator.comparing(SortKey::text)
		.thenComparingLong(SortKey::row);

	@Override
	public int compareTo(SortKey other) {
		return ORDER.compare(this, other);
	}

}
