package io.kehu.migration.profile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.kehu.migration.intake.Row;
import io.kehu.migration.intake.RowSource;
import io.kehu.migration.matching.estimate.DuplicateEstimate;
import io.kehu.migration.matching.estimate.LikelyDuplicates;
import io.kehu.migration.table.Hashes;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Profiles rows in one pass and bounded memory. Partitions can be profiled apart, by
 * profilers of their own whose states are then merged; the same rows give the same
 * profile.
 */
public final class TableProfiler {

	private static final int SAMPLE = 30_000;

	private static final int EXACT_ROWS = 1 << 21;

	private final List<ColumnAccumulator> columns = new ArrayList<>();

	private final DistinctCounter distinctRows = new DistinctCounter(EXACT_ROWS);

	private final RowSample sample = new RowSample(SAMPLE);

	private long rows;

	/**
	 * Creates a profiler.
	 * @param columns the columns known at the start
	 */
	public TableProfiler(List<String> columns) {
		grow(columns);
	}

	/**
	 * Profiles all rows of a source.
	 * @param source the source, read to its end but not closed
	 * @return the profile
	 */
	public static TableProfile profile(RowSource source) throws IOException {
		TableProfiler profiler = new TableProfiler(source.columns());
		for (Row row = source.next(); row != null; row = source.next()) {
			if (row.size() > profiler.columns.size()) {
				profiler.grow(source.columns());
			}
			profiler.accept(row);
		}
		profiler.grow(source.columns());
		return profiler.result();
	}

	/**
	 * Adds columns that came up while reading.
	 * @param names all columns, those known first
	 */
	public void grow(List<String> names) {
		for (int i = this.columns.size(); i < names.size(); i++) {
			this.columns.add(new ColumnAccumulator(names.get(i)));
		}
	}

	/**
	 * Takes the next row.
	 * @param row a row whose line no other row has
	 */
	public void accept(Row row) {
		this.rows++;
		int size = Math.min(row.size(), this.columns.size());
		boolean wanted = this.sample.wants(row.line());
		@Nullable String[] kept = new @Nullable String[wanted ? size : 0];
		long hash = 0;
		for (int i = 0; i < size; i++) {
			String value = row.value(i);
			if (value != null && !value.isBlank()) {
				ColumnAccumulator.Tally tally = this.columns.get(i).add(value);
				hash += Hashes.mix(tally.hash() + i);
				if (wanted) {
					kept[i] = tally.text();
				}
			}
		}
		this.distinctRows.add(hash);
		if (wanted) {
			this.sample.add(row.line(), kept);
		}
	}

	/** Writes what the rows so far say, for a profiler of all partitions. */
	public void write(DataOutputStream output) throws IOException {
		output.writeInt(this.columns.size());
		for (ColumnAccumulator column : this.columns) {
			StateText.write(column.name(), output);
			column.write(output);
		}
		this.distinctRows.write(output);
		this.sample.write(output);
		output.writeLong(this.rows);
	}

	/**
	 * Takes in what a profiler of another partition has written, column by column.
	 * @param input its state, of rows with other lines
	 */
	public void merge(DataInputStream input) throws IOException {
		int count = input.readInt();
		for (int i = 0; i < count; i++) {
			String name = StateText.readPresent(input);
			if (i == this.columns.size()) {
				this.columns.add(new ColumnAccumulator(name));
			}
			this.columns.get(i).merge(input);
		}
		this.distinctRows.merge(DistinctCounter.read(input));
		this.sample.merge(RowSample.read(input));
		this.rows += input.readLong();
	}

	/** Returns the profile of the rows so far. */
	public TableProfile result() {
		List<String> names = this.columns.stream().map(ColumnAccumulator::name).toList();
		List<ColumnProfile> profiles = new ArrayList<>();
		long points = this.columns.stream().mapToLong((column) -> column.statistics().marks().morePoints()).sum();
		for (ColumnAccumulator column : this.columns) {
			profiles.add(new ColumnSummary(column, this.rows, points > 0).profile());
		}
		Table table = this.sample.table(names);
		boolean whole = table.rows() == this.rows;
		List<CandidateKey> keys = new CandidateKeys(table, profiles, this.rows).find();
		List<ColumnDependency> dependencies = new DependencySearch(table).find();
		Repetition repetition = new Repetition(this.rows - Math.min(this.rows, this.distinctRows.count()),
				this.distinctRows.isExact());
		LikelyDuplicates likely = new DuplicateEstimate(table, determinants(dependencies), this.rows).estimate();
		TableProfile bare = new TableProfile(this.rows, new SampleSize(table.rows(), whole), profiles, repetition,
				likely, keys, dependencies, List.of());
		return bare.with(new Proposals(bare).list());
	}

	/** Returns for each dependent column the columns that determine it alone. */
	private static Map<String, Set<String>> determinants(List<ColumnDependency> dependencies) {
		return dependencies.stream()
			.filter((dependency) -> dependency.determinants().size() == 1)
			.collect(Collectors.groupingBy(ColumnDependency::dependent,
					Collectors.mapping((dependency) -> dependency.determinants().get(0), Collectors.toSet())));
	}

}
