package io.kehu.migration.matching.blocking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.kehu.migration.matching.field.ColumnRole;
import io.kehu.migration.matching.field.FieldComparison;
import io.kehu.migration.matching.field.FieldSet;

/**
 * Orders records by the fields with the most values, so that those alike are neighbours.
 * An order is made when it is first needed.
 */
final class RecordOrder {

	private static final int ORDERS = 2;

	private final FieldSet fields;

	private final List<int[]> ranks = new ArrayList<>();

	private final List<int[]> rows = new ArrayList<>();

	RecordOrder(FieldSet fields) {
		this.fields = fields;
	}

	int rows() {
		return this.fields.rows();
	}

	/** Returns how many orders there are. */
	int orders() {
		if (this.ranks.isEmpty()) {
			this.fields.comparisons()
				.stream()
				.filter((comparison) -> comparison.role() != ColumnRole.FULL_NAME
						&& comparison.role() != ColumnRole.FAMILY_NAME)
				.sorted(Comparator.comparingInt(FieldComparison::distinct).reversed())
				.limit(ORDERS)
				.forEach(this::add);
		}
		return this.ranks.size();
	}

	private void add(FieldComparison comparison) {
		String[] texts = new String[comparison.distinct()];
		Integer[] codes = new Integer[texts.length];
		for (int code = 0; code < texts.length; code++) {
			texts[code] = comparison.text(code);
			codes[code] = code;
		}
		Arrays.parallelSort(codes, Comparator.comparing((Integer code) -> texts[code]));
		int[] places = new int[texts.length];
		for (int place = 0; place < places.length; place++) {
			places[codes[place]] = place;
		}
		long[] sorted = IntStream.range(0, rows())
			.mapToLong((row) -> (long) ((comparison.code(row) < 0) ? -1 : places[comparison.code(row)]) << 32 | row)
			.toArray();
		Arrays.parallelSort(sorted);
		int[] order = new int[sorted.length];
		int[] rank = new int[sorted.length];
		for (int i = 0; i < sorted.length; i++) {
			order[i] = (int) sorted[i];
			rank[order[i]] = i;
		}
		this.rows.add(order);
		this.ranks.add(rank);
	}

	/** Returns the place of a record in an order. */
	int rank(int order, int row) {
		return this.ranks.get(order)[row];
	}

	/** Returns the record at a place of an order. */
	int row(int order, int rank) {
		return this.rows.get(order)[rank];
	}

}
