package io.kehu.migration.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

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

	/** Codes, texts and a copy while a rule works; found out with real files. */
	private static final long BYTES_PER_CELL = 24;

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
	 * Load partitions of a set, which need not be complete.
	 * @param data where it lies
	 * @param set its id
	 * @param columns its columns
	 * @param partitions the partitions
	 * @param progress is told of each row
	 * @return the rows
	 * @throws JobFailure when they are too many for this process
	 */
	public static LoadedRows of(StagedData data, String set, List<String> columns, List<Integer> partitions,
			Progress progress) throws Exception {
		List<ColumnBuilder> builders = columns.stream().map(ColumnBuilder::new).toList();
		long most = Runtime.getRuntime().maxMemory() / BYTES_PER_CELL / Math.max(1, columns.size());
		long[] lines = new long[1024];
		int[] partitionOf = new int[1024];
		int rows = 0;
		for (int partition : partitions) {
			try (StagedRows staged = data.area().read(set, partition)) {
				for (Row row = staged.next(); row != null; row = staged.next()) {
					if (rows == most) {
						throw new JobFailure(
								"More than %,d rows of %d columns do not fit into this instance's memory at once"
									.formatted(most, columns.size()));
					}
					if (rows == lines.length) {
						lines = Arrays.copyOf(lines, rows * 2);
						partitionOf = Arrays.copyOf(partitionOf, rows * 2);
					}
					lines[rows] = row.line();
					partitionOf[rows++] = partition;
					for (int column = 0; column < builders.size(); column++) {
						builders.get(column).add(row.value(column));
					}
					progress.row();
				}
			}
		}
		Table table = new Table(builders.stream().map(ColumnBuilder::build).toList());
		return new LoadedRows(table, Arrays.copyOf(lines, rows), Arrays.copyOf(partitionOf, rows), partitions);
	}

	/** Hand on each value of a column of a complete set. */
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

	/** The rows. */
	public Table table() {
		return this.table;
	}

	/** The names of their columns. */
	public List<String> columns() {
		return this.table.columns().stream().map(Column::name).toList();
	}

	/** The line of a row. */
	public long line(int row) {
		return this.lines[row];
	}

	/** The same rows with other values. */
	public LoadedRows with(Table changed) {
		return new LoadedRows(changed, this.lines, this.partitionOf, this.partitions);
	}

	/** Some of the rows, with other values. */
	public LoadedRows keep(Table changed, BitSet kept) {
		int[] rows = kept.stream().toArray();
		Table table = new Table(changed.columns().stream().map((column) -> column.select(rows)).toList());
		return new LoadedRows(table, Arrays.stream(rows).mapToLong((row) -> this.lines[row]).toArray(),
				Arrays.stream(rows).map((row) -> this.partitionOf[row]).toArray(), this.partitions);
	}

	/**
	 * Write the rows, each into its partition.
	 * @param area where to
	 * @param set the set's id
	 * @param progress is told of each row
	 * @return the partitions, also those without rows
	 */
	public List<StagedPartition> write(StagingArea area, String set, Progress progress) throws Exception {
		List<StagedPartition> written = new ArrayList<>();
		int row = 0;
		for (int partition : this.partitions) {
			try (PartitionWriter writer = area.writePartition(set, partition)) {
				while (row < this.lines.length && this.partitionOf[row] == partition) {
					writer.write(row(row++));
					progress.row();
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
	 * Hears of each row.
	 */
	@FunctionalInterface
	public interface Progress {

		/**
		 * A row is read or written.
		 * @throws Exception to break off
		 */
		void row() throws Exception;

	}

}
