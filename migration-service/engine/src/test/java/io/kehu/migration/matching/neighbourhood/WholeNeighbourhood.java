package io.kehu.migration.matching.neighbourhood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.kehu.migration.matching.text.JaroWinkler;
import io.kehu.migration.matching.text.NormalForms;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.MissingWords;
import io.kehu.migration.table.Table;

/**
 * Searches a sorted neighbourhood whole, as the paper says it, for others to be held
 * against.
 */
final class WholeNeighbourhood {

	private WholeNeighbourhood() {
	}

	static List<NearDuplicate> search(SortedNeighbourhood how, Table table, List<String> columns) {
		List<String[]> folded = table.columns().stream().map(WholeNeighbourhood::fold).toList();
		int[] compared = IntStream.range(0, folded.size())
			.filter((place) -> columns.isEmpty() || columns.contains(table.columns().get(place).name()))
			.toArray();
		List<NearDuplicate> found = new ArrayList<>();
		Set<Long> seen = new HashSet<>();
		for (List<String> key : how.keys()) {
			Integer[] order = sort(table, folded, key);
			for (int i = 0; i < order.length; i++) {
				for (int j = i + 1; j < Math.min(order.length, i + how.window()); j++) {
					int first = Math.min(order[i], order[j]);
					int row = Math.max(order[i], order[j]);
					double alike = alike(table, folded, compared, first, row);
					if (alike >= how.likeness() && seen.add((long) first << 32 | row)) {
						found.add(new NearDuplicate(row, first, alike));
					}
				}
			}
		}
		found.sort(Comparator.comparingLong(NearDuplicate::first).thenComparingLong(NearDuplicate::row));
		return found;
	}

	private static String[] fold(Column column) {
		String[] folded = new String[column.distinct()];
		for (int code = 0; code < folded.length; code++) {
			folded[code] = NormalForms.fold(column.text(code));
		}
		return folded;
	}

	private static Integer[] sort(Table table, List<String[]> folded, List<String> key) {
		String[] keys = new String[table.rows()];
		Arrays.fill(keys, "");
		for (String name : key) {
			Column column = table.column(name);
			String[] texts = folded.get(table.columns().indexOf(column));
			for (int row = 0; row < keys.length; row++) {
				keys[row] += ((column.code(row) < 0) ? "" : texts[column.code(row)]) + '\u0000';
			}
		}
		Integer[] order = new Integer[keys.length];
		Arrays.setAll(order, (row) -> row);
		Arrays.parallelSort(order, Comparator.comparing((Integer row) -> keys[row]).thenComparing((row) -> row));
		return order;
	}

	private static boolean said(Column column, int code) {
		return code >= 0 && !MissingWords.contains(column.text(code));
	}

	/** The mean likeness of the fields that both rows have. */
	private static double alike(Table table, List<String[]> folded, int[] fields, int left, int right) {
		double sum = 0;
		int compared = 0;
		for (int i : fields) {
			int one = table.columns().get(i).code(left);
			int other = table.columns().get(i).code(right);
			if (said(table.columns().get(i), one) && said(table.columns().get(i), other)) {
				sum += (one == other) ? 1 : JaroWinkler.similarity(folded.get(i)[one], folded.get(i)[other]);
				compared++;
			}
		}
		return (compared == 0) ? 0 : sum / compared;
	}

}
