package io.kehu.migration.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns that follow from one other column or two, save for some rows (measure g3
 * of Kivinen and Mannila; levelwise as in TANE).
 *
 * @see <a href="https://doi.org/10.1093/comjnl/42.2.100">Huhtala et al.: TANE (1999)</a>
 */
final class DependencySearch {

	private static final double MOST_VIOLATIONS = 0.02;

	private static final double MOST_OF_CHANCE = 0.1;

	private static final int FEWEST_ROWS = 20;

	private static final double FEWEST_SHARE = 0.01;

	private static final int WIDEST = 24;

	private static final int MOST = 40;

	private static final int EXAMPLES = 3;

	private final Table table;

	private final List<Column> columns;

	private final Set<Long> known = new HashSet<>();

	DependencySearch(Table table) {
		this.table = table;
		this.columns = table.columns()
			.stream()
			.filter((column) -> column.distinct() > 1 && column.present() >= FEWEST_ROWS)
			.limit(WIDEST)
			.toList();
	}

	List<ColumnDependency> find() {
		List<ColumnDependency> found = new ArrayList<>();
		for (int left = 0; left < this.columns.size(); left++) {
			Grouping grouping = Grouping.of(this.columns.get(left));
			for (int right = 0; right < this.columns.size(); right++) {
				if (left != right) {
					ColumnDependency dependency = check(grouping, List.of(left), right);
					if (dependency != null) {
						found.add(dependency);
						this.known.add(key(left, right));
					}
				}
			}
		}
		pairs(found);
		found.sort(Comparator.<ColumnDependency>comparingInt((dependency) -> dependency.determinants().size())
			.thenComparing(Comparator.comparingInt(ColumnDependency::rows).reversed())
			.thenComparing(ColumnDependency::dependent));
		return found.subList(0, Math.min(MOST, found.size()));
	}

	private void pairs(List<ColumnDependency> found) {
		for (int first = 0; first < this.columns.size(); first++) {
			for (int second = first + 1; second < this.columns.size(); second++) {
				if (follows(first, second) || follows(second, first)) {
					continue;
				}
				Grouping grouping = Grouping.of(this.columns.get(first), this.columns.get(second));
				for (int right = 0; right < this.columns.size() && grouping.rows() >= FEWEST_ROWS; right++) {
					boolean open = right != first && right != second && !follows(first, right)
							&& !follows(second, right);
					ColumnDependency dependency = open ? check(grouping, List.of(first, second), right) : null;
					if (dependency != null) {
						found.add(dependency);
					}
				}
			}
		}
	}

	private boolean follows(int left, int right) {
		return this.known.contains(key(left, right));
	}

	private static long key(int left, int right) {
		return (long) left << 32 | right;
	}

	private @Nullable ColumnDependency check(Grouping grouping, List<Integer> left, int right) {
		Column dependent = this.columns.get(right);
		Counts counts = grouping.count(dependent);
		boolean holds = counts.rows >= Math.max(FEWEST_ROWS, FEWEST_SHARE * this.table.rows())
				&& counts.violations <= MOST_VIOLATIONS * counts.rows
				&& counts.violations <= MOST_OF_CHANCE * counts.byChance;
		if (!holds) {
			return null;
		}
		List<String> names = left.stream().map((index) -> this.columns.get(index).name()).toList();
		return new ColumnDependency(names, dependent.name(), counts.rows, counts.violations,
				examples(counts, left, dependent));
	}

	private List<String> examples(Counts counts, List<Integer> left, Column dependent) {
		List<String> examples = new ArrayList<>();
		for (int[] group : counts.broken) {
			Set<String> values = new LinkedHashSet<>();
			for (int row : group) {
				String value = dependent.value(row);
				if (value != null) {
					values.add(value);
				}
			}
			List<String> determinants = left.stream()
				.map((index) -> String.valueOf(this.columns.get(index).value(group[0])))
				.toList();
			examples.add("%s: %s".formatted(String.join(", ", determinants),
					String.join(" / ", values.stream().limit(4).toList())));
		}
		return examples;
	}

	/**
	 * Rows that share the values of some columns; rows alone with theirs are left out,
	 * since they say nothing.
	 *
	 * @param groups the rows of each group
	 * @param rows how many rows there are in all groups
	 */
	private record Grouping(List<int[]> groups, int rows) {

		static Grouping of(Column... columns) {
			int rows = columns[0].rows();
			Map<Long, Integer> places = new HashMap<>();
			int[] groupOf = new int[rows];
			int[] sizes = new int[rows];
			for (int row = 0; row < rows; row++) {
				long key = columns[0].code(row);
				boolean missing = key == Column.MISSING;
				for (int i = 1; i < columns.length; i++) {
					missing |= columns[i].code(row) == Column.MISSING;
					key = key << 32 | columns[i].code(row);
				}
				groupOf[row] = missing ? -1 : places.computeIfAbsent(key, (absent) -> places.size());
				if (!missing) {
					sizes[groupOf[row]]++;
				}
			}
			return collect(groupOf, sizes, places.size());
		}

		private static Grouping collect(int[] groupOf, int[] sizes, int count) {
			List<int[]> all = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				all.add(new int[(sizes[i] > 1) ? sizes[i] : 0]);
			}
			int[] filled = new int[count];
			int rows = 0;
			for (int row = 0; row < groupOf.length; row++) {
				int group = groupOf[row];
				if (group >= 0 && sizes[group] > 1) {
					all.get(group)[filled[group]++] = row;
					rows++;
				}
			}
			return new Grouping(all.stream().filter((group) -> group.length > 0).toList(), rows);
		}

		Counts count(Column dependent) {
			Counts counts = new Counts();
			int[] frequencies = new int[dependent.distinct()];
			int[] overall = new int[dependent.distinct()];
			for (int[] group : this.groups) {
				int present = 0;
				int most = 0;
				for (int row : group) {
					int code = dependent.code(row);
					if (code != Column.MISSING) {
						present++;
						overall[code]++;
						most = Math.max(most, ++frequencies[code]);
					}
				}
				for (int row : group) {
					if (dependent.code(row) != Column.MISSING) {
						frequencies[dependent.code(row)] = 0;
					}
				}
				counts.add(group, present, present - most);
			}
			counts.byChance = counts.rows - Arrays.stream(overall).max().orElse(0);
			return counts;
		}

	}

	/**
	 * How well a dependency holds.
	 */
	private static final class Counts {

		private final List<int[]> broken = new ArrayList<>();

		private int rows;

		private int violations;

		private int byChance;

		void add(int[] group, int present, int wrong) {
			if (present > 1) {
				this.rows += present;
				this.violations += wrong;
			}
			if (wrong > 0 && this.broken.size() < EXAMPLES) {
				this.broken.add(group);
			}
		}

	}

}
