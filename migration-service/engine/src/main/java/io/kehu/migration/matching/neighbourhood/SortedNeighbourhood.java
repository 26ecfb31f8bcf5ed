package io.kehu.migration.matching.neighbourhood;

import java.util.List;

import io.kehu.migration.intake.Row;
import io.kehu.migration.matching.text.NormalForms;

/**
 * Tells how near duplicates are found by sorted neighbourhood (Hernández and Stolfo
 * 1995): rows are sorted by a key, several times by different ones, and each row is
 * compared with the few that stand next to it.
 *
 * @param keys for each pass the columns that make the key, in order
 * @param window how many rows stand in one another's neighbourhood, at least 2
 * @param likeness from which mean likeness of their fields on, 0 to 1, two rows count as
 * near duplicates
 */
public record SortedNeighbourhood(List<List<String>> keys, int window, double likeness) {

	public SortedNeighbourhood {
		keys = keys.stream().map(List::copyOf).toList();
		if (keys.isEmpty() || keys.stream().anyMatch(List::isEmpty) || window < 2) {
			throw new IllegalArgumentException("A key and a window of at least 2 are needed");
		}
	}

	/** Returns how often the rows are sorted. */
	public int passes() {
		return this.keys.size();
	}

	/** Returns the places of the columns of a pass's key among all. */
	public int[] places(int pass, List<String> columns) {
		return this.keys.get(pass).stream().mapToInt(columns::indexOf).toArray();
	}

	/** Returns the place of a row in the order of a key, which its columns make. */
	public static NeighbourKey key(Row row, long number, int[] places) {
		StringBuilder key = new StringBuilder();
		for (int place : places) {
			String value = row.value(place);
			key.append((value != null) ? NormalForms.fold(value) : "").append('\u0000');
		}
		return new NeighbourKey(key.toString(), number);
	}

}
