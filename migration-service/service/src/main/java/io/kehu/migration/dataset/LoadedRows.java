package io.kehu.migration.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.kehu.migration.intake.Row;
import io.kehu.migration.job.JobFailure;
import io.kehu.migration.staging.PartitionWriter;
import io.kehu.migration.staging.StagedPartition;
import io.kehu.migration.staging.StagedRows;
import io.kehu.migration.staging.StagingArea;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Staged rows in memory, column by column, each with its line and its partition.
 */
public final class LoadedRows {

	/** Codes, a copy while a rule runs, and a number; measured with real files. */
	private static final long BYTES_PER_CELL = 24;

	/** The line, and the partition. */
	private static final long BYTES_PER_ROW = 12;

	/** The rest is for everything else, other parts included. */
	private static final double SHARE_OF_MEMORY = 0.6;

	private static final int ROWS_PER_CHECK = 1024;

	private final Table table;

	private final long[] lines;

	private final int[] partitionOf;

	private final List<Integer> partitions;

	private LoadedRows(Table table, long[] lines, int[] partitionOf, List<Integer> partitions) {
		this.table = table;
		this.lines = lines;
		this.partitionOf = partitionOf;
		this.partitions = partitions;
	}

	/**
	 * Loads partitions of a set, which need not be complete.
	 * @param data the staged data
	 * @param set the id
	 * @param columns the columns
	 * @param partitions the partitions
	 * @param progress called for each row
	 * @return the rows
	 * @throws JobFailure if they do not fit into memory
	 */
	public static LoadedRows of(StagedData data, String set, List<String> columns, List<Integer> partitions,
			Progress progress) throws Exception {
		return of(data, new Extract(set, columns, Set.copyOf(columns), partitions), progress,
				Runtime.getRuntime().maxMemory());
	}

	/**
	 * Loads some columns of partitions of a set, which need not be complete.
	 * @param data the staged data
	 * @param extract the part of the set
	 * @param progress called for each row
	 * @param memory the memory of the process, in bytes
	 * @return the rows
	 * @throws JobFailure if they do not fit into the memory
	 */
	public static LoadedRows of(StagedData data, Extract extract, Progress progress, long memory) throws Exception {
		int[] places = extract.places();
		List<ColumnBuilder> builders = extract.names().stream().map(ColumnBuilder::new).toList();
		long[] lines = new long[1024];
		int[] partitionOf = new int[1024];
		int rows = 0;
		for (int partition : extract.partitions()) {
			try (StagedRows staged = data.area().read(extract.set(), partition)) {
				for (Row row = staged.next(); row != null; row = staged.next()) {
					if (rows % ROWS_PER_CHECK == 0 && bytes(rows, builders) > memory * SHARE_OF_MEMORY) {
						throw new JobFailure(String.format(Locale.ROOT,
								"More than %,d rows of %d columns do not fit into memory", rows, builders.size()));
					}
					if (rows == lines.length) {
						lines = Arrays.copyOf(lines, rows * 2);
						partitionOf = Arrays.copyOf(partitionOf, rows * 2);
					}
					lines[rows] = row.line();
					partitionOf[rows++] = partition;
					for (int column = 0; column < places.length; column++) {
						builders.get(column).add(row.value(places[column]));
					}
					progress.row(row);
				}
			}
		}
		Table table = new Table(builders.stream().map(ColumnBuilder::build).toList());
		return new LoadedRows(table, Arrays.copyOf(lines, rows), Arrays.copyOf(partitionOf, rows),
				extract.partitions());
	}

	private static long bytes(int rows, List<ColumnBuilder> builders) {
		return rows * (BYTES_PER_ROW + BYTES_PER_CELL * builders.size())
				+ builders.stream().mapToLong(ColumnBuilder::textBytes).sum();
	}

	/** Passes on each value of a column of a complete set. */
	public static void each(StagedData data, String set, String column, Consumer<String> consumer) throws IOException {
		int place = data.set(set).columns().indexOf(column);
		try (SetRows rows = data.rows(set)) {
			for (Row row = rows.next(); row != null; row = rows.next()) {
				String value = row.value(place);
				if (value != null) {
					consumer.accept(value);
				}
			}
		}
	}

	/** Returns the rows as a table. */
	public Table table() {
		return this.table;
	}

	/** Returns the names of the columns. */
	public List<String> columns() {
		return this.table.columns().stream().map(Column::name).toList();
	}

	/** Returns the line of a row. */
	public long line(int row) {
		return this.lines[row];
	}

	/** Returns these rows with other values. */
	public LoadedRows with(Table changed) {
		return new LoadedRows(changed, this.lines, this.partitionOf, this.partitions);
	}

	/** Returns some of these rows with other values. */
	public LoadedRows keep(Table changed, BitSet kept) {
		int[] rows = kept.stream().toArray();
		Table table = new Table(changed.columns().stream().map((column) -> column.select(rows)).toList());
		return new LoadedRows(table, Arrays.stream(rows).mapToLong((row) -> this.lines[row]).toArray(),
				Arrays.stream(rows).map((row) -> this.partitionOf[row]).toArray(), this.partitions);
	}

	/**
	 * Writes the rows, each into its partition.
	 * @param area the target
	 * @param set the id of the set
	 * @param progress called for each row
	 * @return the partitions, including those without rows
	 */
	public List<StagedPartition> write(StagingArea area, String set, Progress progress) throws Exception {
		List<StagedPartition> written = new ArrayList<>();
		int row = 0;
		for (int partition : this.partitions) {
			try (PartitionWriter writer = area.writePartition(set, partition)) {
				while (row < this.lines.length && this.partitionOf[row] == partition) {
					Row next = row(row++);
					writer.write(next);
					progress.row(next);
				}
				written.add(writer.complete());
			}
		}
		return written;
	}

	private Row row(int row) {
		@Nullable String[] values = new @Nullable String[this.table.columns().size()];
		for (int column = 0; column < values.length; column++) {
			values[column] = this.table.columns().get(column).value(row);
		}
		return new Row(this.lines[row], values);
	}

	/**
	 * Called for each row.
	 */
	@FunctionalInterface
	public interface Progress {

		/**
		 * Called when a row has been read or written.
		 * @param row the row with all of its columns
		 * @throws Exception to cancel
		 */
		void row(Row row) throws Exception;

	}

	/**
	 * The part of a set to load.
	 *
	 * @param set the id
	 * @param columns all columns of the set
	 * @param wanted the columns to load, where the set has them
	 * @param partitions the partitions to load
	 */
	public record Extract(String set, List<String> columns, Set<String> wanted, List<Integer> partitions) {

		private int[] places() {
			return IntStream.range(0, this.columns.size())
				.filter((place) -> this.wanted.contains(this.columns.get(place)))
				.toArray();
		}

		private List<String> names() {
			return Arrays.stream(places()).mapToObj(this.columns::get).toList();
		}

	}

}
