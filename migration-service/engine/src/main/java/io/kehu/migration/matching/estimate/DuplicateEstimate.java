package io.kehu.migration.matching.estimate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.kehu.migration.matching.text.NormalForms;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.Table;

/**
 * Estimates how many rows of a table describe the same entity, from a sample: pairs that
 * share the values of two columns are weighed by the information in which they agree. A
 * pair of rows is in the sample with the square of the sample's share, which scales the
 * count.
 */
public final class DuplicateEstimate {

	private static final int COMPARED = 10;

	private static final int BLOCKING = 6;

	private static final int LARGEST_BLOCK = 25;

	private static final double AGREEING = 0.6;

	private static final double NEARLY_UNIQUE = 0.98;

	private static final double SPARSE = 0.3;

	private static final int EXAMPLES = 5;

	private final Table table;

	private final long rows;

	private final List<Column> columns = new ArrayList<>();

	private final List<double[]> information = new ArrayList<>();

	private final Set<Long> pairs = new HashSet<>();

	private final BitSet involved = new BitSet();

	private final List<LikelyDuplicates.ExamplePair> examples = new ArrayList<>();

	/**
	 * Creates an estimate.
	 * @param table the sample
	 * @param determinants for each dependent column, the columns that determine it alone;
	 * a column is not compared beside one that determines it
	 * @param rows the number of rows in the whole table
	 */
	public DuplicateEstimate(Table table, Map<String, Set<String>> determinants, long rows) {
		this.table = table;
		this.rows = rows;
		Set<String> kept = new HashSet<>();
		table.columns()
			.stream()
			.filter((column) -> column.present() > SPARSE * table.rows()
					&& column.distinct() < NEARLY_UNIQUE * column.present() && column.distinct() > 1)
			.map(DuplicateEstimate::folded)
			.sorted(Comparator.comparingDouble(DuplicateEstimate::entropy).reversed())
			.forEach((column) -> keep(column, kept, determinants.getOrDefault(column.name(), Set.of())));
	}

	private void keep(Column column, Set<String> kept, Set<String> determinants) {
		boolean follows = !Collections.disjoint(kept, determinants);
		if (!follows && this.columns.size() < COMPARED && kept.add(column.name())) {
			this.columns.add(column);
			this.information.add(information(column));
		}
	}

	private static Column folded(Column column) {
		String[] keys = new String[column.distinct()];
		for (int code = 0; code < keys.length; code++) {
			keys[code] = NormalForms.bare(column.text(code));
		}
		ColumnBuilder builder = new ColumnBuilder(column.name());
		for (int row = 0; row < column.rows(); row++) {
			builder.add((column.code(row) == Column.MISSING) ? null : keys[column.code(row)]);
		}
		return builder.build();
	}

	private static double[] information(Column column) {
		int[] frequencies = column.frequencies();
		double[] bits = new double[frequencies.length];
		double present = column.present();
		for (int code = 0; code < bits.length; code++) {
			bits[code] = Math.log(present / frequencies[code]) / Math.log(2);
		}
		return bits;
	}

	private static double entropy(Column column) {
		double entropy = 0;
		double present = column.present();
		for (int frequency : column.frequencies()) {
			entropy -= frequency / present * Math.log(frequency / present);
		}
		return entropy;
	}

	/**
	 * Compares the pairs of the sample.
	 * @return the likely duplicates, scaled to the whole table
	 */
	public LikelyDuplicates estimate() {
		int blocking = Math.min(BLOCKING, this.columns.size());
		for (int first = 0; first < blocking; first++) {
			for (int second = first + 1; second < blocking; second++) {
				block(this.columns.get(first), this.columns.get(second));
			}
		}
		double sampled = this.table.rows();
		double scale = (sampled < 2) ? 1 : this.rows * (this.rows - 1.0) / (sampled * (sampled - 1));
		long found = this.pairs.size();
		return new LikelyDuplicates(Math.round(found * scale), this.involved.cardinality(),
				this.columns.stream().map(Column::name).toList(), this.examples);
	}

	private void block(Column first, Column second) {
		Map<Long, List<Integer>> blocks = new HashMap<>();
		for (int row = 0; row < this.table.rows(); row++) {
			if (first.code(row) != Column.MISSING && second.code(row) != Column.MISSING) {
				blocks.computeIfAbsent((long) first.code(row) << 32 | second.code(row), (absent) -> new ArrayList<>())
					.add(row);
			}
		}
		for (int row = 0; row < this.table.rows(); row++) {
			List<Integer> block = blocks.remove((long) first.code(row) << 32 | second.code(row));
			if (block != null && block.size() > 1 && block.size() <= LARGEST_BLOCK) {
				compareAll(block);
			}
		}
	}

	private void compareAll(List<Integer> block) {
		for (int i = 0; i < block.size(); i++) {
			for (int j = i + 1; j < block.size(); j++) {
				int left = block.get(i);
				int right = block.get(j);
				if (agree(left, right) && this.pairs.add((long) left << 32 | right)) {
					this.involved.set(left);
					this.involved.set(right);
					if (this.examples.size() < EXAMPLES && differ(left, right)) {
						this.examples.add(new LikelyDuplicates.ExamplePair(texts(left), texts(right)));
					}
				}
			}
		}
	}

	private boolean agree(int left, int right) {
		double agreed = 0;
		double compared = 0;
		for (int i = 0; i < this.columns.size(); i++) {
			Column column = this.columns.get(i);
			int leftCode = column.code(left);
			int rightCode = column.code(right);
			if (leftCode != Column.MISSING && rightCode != Column.MISSING) {
				double[] bits = this.information.get(i);
				compared += Math.max(bits[leftCode], bits[rightCode]);
				agreed += (leftCode == rightCode) ? bits[leftCode] : 0;
			}
		}
		double chance = 2 * Math.log(this.table.rows()) / Math.log(2);
		return agreed >= chance && agreed >= AGREEING * compared;
	}

	private boolean differ(int left, int right) {
		return !texts(left).equals(texts(right));
	}

	private List<String> texts(int row) {
		return this.columns.stream()
			.map((column) -> Objects.requireNonNullElse(this.table.column(column.name()).value(row), ""))
			.toList();
	}

}
