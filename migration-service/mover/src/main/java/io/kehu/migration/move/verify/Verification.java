package io.kehu.migration.move.verify;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import io.kehu.migration.move.load.ChunkRows;
import io.kehu.migration.move.load.Keys;
import io.kehu.migration.move.load.Ledger.ChunkEntry;
import io.kehu.migration.move.load.Ledger;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.move.load.TargetReader;
import io.kehu.migration.move.plan.MovePlan;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.value.RowTally.Totals;
import io.kehu.migration.move.value.TupleBuffer;
import io.kehu.migration.move.value.Tuples;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the target holds with what was loaded: numbers of rows and values, sums
 * and digests. Only if they differ, chunks are compared row by row.
 */
public final class Verification {

	/** The most differences that are listed. */
	static final int LISTED = 100;

	private static final int SAMPLES = 3;

	private final RunContext context;

	private final MovePlan plan;

	/**
	 * Creates the verification of a run.
	 * @param context the run
	 */
	public Verification(RunContext context) {
		this.context = context;
		this.plan = context.plan();
	}

	/** Verifies all tables. */
	public List<TableReport> run() throws SQLException, IOException {
		List<TableReport> reports = new ArrayList<>();
		for (TablePlan table : this.plan.tables()) {
			reports.add(table(table));
		}
		return reports;
	}

	/** Verifies a table. */
	public TableReport table(TablePlan table) throws SQLException, IOException {
		Ledger ledger = this.context.ledger();
		try (Connection target = this.context.target().openForWriting()) {
			List<ChunkEntry> chunks = ledger.chunks(target, table.number());
			Totals before = ledger.table(target, table.number())
				.map(Ledger.TableEntry::before)
				.orElse(Totals.none(table.columns().size()));
			Totals loaded = chunks.stream()
				.filter((chunk) -> !chunk.undone())
				.map(ChunkEntry::totals)
				.reduce(Totals.none(table.columns().size()), Totals::plus);
			Totals expected = before.plus(loaded);
			Totals found = new TargetReader(this.plan, table, target).totals();
			boolean complete = chunks.stream()
				.filter((chunk) -> chunk.last() && chunk.partition() >= 0)
				.count() == table.partitions().size();
			List<TableReport.Difference> differences = expected.matches(found) ? List.of()
					: differences(target, table, chunks);
			List<TableReport.Sample> samples = samples(target, table, chunks);
			target.rollback();
			return new TableReport(table.source().name(), table.target().name(), complete, sourceRows(table),
					loaded.rows(), chunks.stream().mapToLong(ChunkEntry::rejected).sum(), before, expected, found,
					table.targetColumns().stream().map((column) -> column.name()).toList(), differences, samples);
		}
	}

	private long sourceRows(TablePlan table) throws SQLException {
		try (Connection source = this.context.source().openSnapshot();
				Statement statement = source.createStatement();
				ResultSet rows = statement
					.executeQuery("select count(*) from " + this.plan.from().quote(table.source().name()))) {
			rows.next();
			return rows.getLong(1);
		}
	}

	private List<TableReport.Difference> differences(Connection target, TablePlan table, List<ChunkEntry> chunks)
			throws SQLException, IOException {
		List<TableReport.Difference> differences = new ArrayList<>();
		if (!table.keyed()) {
			return differences;
		}
		Set<String> removed = new HashSet<>();
		this.context.ledger().eachRejection(target, table.number(), (row) -> {
			if (row.partition() == References.PARTITION) {
				removed.add(String.valueOf(row.rejection().key()));
			}
		});
		ChunkTable compared = new ChunkTable(target, this.plan.to(), table);
		ChunkRows reader = new ChunkRows(this.context, table);
		TupleBuffer rows = new TupleBuffer();
		for (int index = 0; index < chunks.size() && differences.size() < LISTED; index++) {
			ChunkEntry chunk = chunks.get(index);
			reader.read(target, chunks, index, rows);
			compared.fill(rows);
			for (String key : compared.changed(LISTED)) {
				differences.add(new TableReport.Difference(chunk.partition(), chunk.number(), key, "changed"));
			}
			for (String key : compared.missing(LISTED)) {
				if (!removed.contains(key)) {
					differences.add(new TableReport.Difference(chunk.partition(), chunk.number(), key, "missing"));
				}
			}
		}
		return differences;
	}

	/** Compares the first rows of the first chunk. */
	private List<TableReport.Sample> samples(Connection target, TablePlan table, List<ChunkEntry> chunks)
			throws SQLException, IOException {
		List<TableReport.Sample> samples = new ArrayList<>();
		boolean staged = this.context.store() != null;
		if (!table.keyed() || chunks.isEmpty() || chunks.get(0).partition() < 0 || !staged) {
			return samples;
		}
		TupleBuffer rows = new TupleBuffer();
		new ChunkRows(this.context, table).read(target, chunks, 0, rows);
		for (int row = 0; row < Math.min(SAMPLES, rows.rows()); row++) {
			String condition = condition(table, rows, row);
			TupleBuffer found = new TupleBuffer();
			new TargetReader(this.plan, table, target).read(condition, (block) -> {
				if (block.rows() > 0) {
					found.copyRow(block, 0);
				}
			});
			samples.add(new TableReport.Sample(Keys.shown(table, rows, row), shown(table, rows, row),
					(found.rows() > 0) ? shown(table, found, 0) : List.of()));
		}
		return samples;
	}

	private String condition(TablePlan table, TupleBuffer rows, int row) {
		List<@Nullable Object> values = Tuples.values(rows, row, table.types());
		List<String> equal = new ArrayList<>();
		for (int place : table.keyPlaces()) {
			String name = this.plan.to().quote(table.columns().get(place).target().name());
			String text = (values.get(place) instanceof byte[] bytes) ? "\\x" + HexFormat.of().formatHex(bytes)
					: Keys.text(values.get(place));
			boolean number = values.get(place) instanceof Number;
			equal.add(name + " = " + (number ? text : "'" + text.replace("'", "''") + "'"));
		}
		return String.join(" and ", equal);
	}

	private static List<String> shown(TablePlan table, TupleBuffer rows, int row) {
		return Tuples.values(rows, row, table.types()).stream().map(Keys::text).toList();
	}

}
