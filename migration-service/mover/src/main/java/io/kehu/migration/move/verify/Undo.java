package io.kehu.migration.move.verify;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.database.Schema;
import io.kehu.migration.move.load.ChunkRows;
import io.kehu.migration.move.load.Ledger;
import io.kehu.migration.move.load.Ledger.ChunkEntry;
import io.kehu.migration.move.load.Refusal;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.move.load.TargetReader;
import io.kehu.migration.move.plan.MovePlan;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.value.RowTally.Totals;
import io.kehu.migration.move.value.TupleBuffer;

/**
 * Removes what a run has loaded, after a full or a partial run. Rows that were changed
 * since are kept and listed. Undoing again continues where it was interrupted.
 */
public final class Undo {

	private final RunContext context;

	private final MovePlan plan;

	private final Ledger ledger;

	/**
	 * Creates the undoing of a run.
	 * @param context the run
	 */
	public Undo(RunContext context) {
		this.context = context;
		this.plan = context.plan();
		this.ledger = context.ledger();
	}

	/**
	 * Undoes the run, tables that refer to others first.
	 * @param progress is called with numbers of rows that were dealt with
	 * @return what became of each table
	 */
	public List<UndoneTable> run(LongConsumer progress) throws SQLException, IOException {
		List<UndoneTable> undone = new ArrayList<>();
		Schema schema = Schema.read(this.context.target());
		try (Connection target = this.context.target().openForWriting()) {
			if (!this.ledger.exists(target)) {
				return undone;
			}
			new References(this.context).removeCircular(target);
			for (int number = this.plan.tables().size() - 1; number >= 0; number--) {
				TablePlan table = this.plan.tables().get(number);
				if (schema.table(table.target().name()).isEmpty()) {
					this.ledger.undone(target, table.number());
					target.commit();
				}
				else if (this.ledger.table(target, table.number()).isPresent()) {
					undone.add(table(target, table, progress));
				}
			}
		}
		return undone;
	}

	private UndoneTable table(Connection target, TablePlan table, LongConsumer progress)
			throws SQLException, IOException {
		List<ChunkEntry> chunks = this.ledger.chunks(target, table.number());
		Ledger.TableEntry entry = this.ledger.table(target, table.number()).orElseThrow();
		Totals loaded = chunks.stream()
			.filter((chunk) -> !chunk.undone())
			.map(ChunkEntry::totals)
			.reduce(Totals.none(table.columns().size()), Totals::plus);
		if (entry.before().rows() == 0 && removeAll(target, table, entry, loaded)) {
			progress.accept(loaded.rows());
			return new UndoneTable(table.target().name(), loaded.rows(), 0, List.of(), entry.created());
		}
		if (!table.keyed()) {
			return new UndoneTable(table.target().name(), 0, loaded.rows(),
					List.of("The table was changed since, and its rows have no key to tell them apart."), false);
		}
		return removeUnchanged(target, table, entry, chunks, progress);
	}

	/** Removes all rows at once if they are exactly those that were loaded. */
	private boolean removeAll(Connection target, TablePlan table, Ledger.TableEntry entry, Totals loaded)
			throws SQLException {
		if (referenced(table)) {
			return false;
		}
		String name = this.plan.to().quote(table.target().name());
		boolean mariaDb = this.plan.to() == DatabaseKind.MARIADB;
		try (Statement statement = target.createStatement()) {
			if (mariaDb) {
				statement.execute("lock tables " + name
						+ " write, kehu_move_table write, kehu_move_chunk write, kehu_move_reject write");
			}
			else {
				statement.execute("lock table " + name + " in access exclusive mode");
			}
			try {
				boolean untouched = new TargetReader(this.plan, table, target).totals().matches(loaded);
				if (untouched) {
					statement.execute((entry.created() ? "drop table " : "delete from ") + name);
					this.ledger.undone(target, table.number());
				}
				target.commit();
				return untouched;
			}
			finally {
				if (mariaDb) {
					statement.execute("unlock tables");
				}
			}
		}
	}

	/**
	 * Returns whether other tables refer to a table, so that some of its rows may stay.
	 */
	private boolean referenced(TablePlan table) throws SQLException {
		return Schema.read(this.context.target())
			.tables()
			.stream()
			.filter((other) -> !other.name().equals(table.target().name()))
			.flatMap((other) -> other.references().stream())
			.anyMatch((reference) -> reference.table().equals(table.target().name()));
	}

	private UndoneTable removeUnchanged(Connection target, TablePlan table, Ledger.TableEntry entry,
			List<ChunkEntry> chunks, LongConsumer progress) throws SQLException, IOException {
		ChunkTable loaded = new ChunkTable(target, this.plan.to(), table);
		ChunkRows reader = new ChunkRows(this.context, table);
		TupleBuffer rows = new TupleBuffer();
		List<String> kept = new ArrayList<>();
		long removed = 0;
		for (int index = 0; index < chunks.size(); index++) {
			if (chunks.get(index).undone()) {
				continue;
			}
			reader.read(target, chunks, index, rows);
			removed += remove(target, loaded, rows, kept);
			this.ledger.undone(target, chunks.get(index));
			target.commit();
			progress.accept(rows.rows());
		}
		boolean dropped = entry.created() && kept.isEmpty() && dropIfEmpty(target, table);
		return new UndoneTable(table.target().name(), removed, kept.size(), kept, dropped);
	}

	/** If other rows refer to some of the rows, these are found by halving, and kept. */
	private int remove(Connection target, ChunkTable loaded, TupleBuffer rows, List<String> kept) throws SQLException {
		Savepoint savepoint = target.setSavepoint();
		try {
			loaded.fill(rows);
			int removed = loaded.deleteUnchanged();
			kept.addAll(loaded.changed(Integer.MAX_VALUE));
			return removed;
		}
		catch (SQLException ex) {
			if (!Refusal.isAbout(ex)) {
				throw ex;
			}
			target.rollback(savepoint);
		}
		if (rows.rows() == 1) {
			loaded.fill(rows);
			kept.addAll(loaded.present());
			return 0;
		}
		int middle = rows.rows() / 2;
		return remove(target, loaded, part(rows, 0, middle), kept)
				+ remove(target, loaded, part(rows, middle, rows.rows()), kept);
	}

	private static TupleBuffer part(TupleBuffer rows, int from, int to) {
		TupleBuffer part = new TupleBuffer();
		for (int row = from; row < to; row++) {
			part.copyRow(rows, row);
		}
		return part;
	}

	private boolean dropIfEmpty(Connection target, TablePlan table) throws SQLException {
		boolean empty = !referenced(table) && new TargetReader(this.plan, table, target).totals().rows() == 0;
		if (empty) {
			try (Statement statement = target.createStatement()) {
				statement.execute("drop table " + this.plan.to().quote(table.target().name()));
			}
		}
		target.commit();
		return empty;
	}

	/**
	 * What became of a table.
	 *
	 * @param table its name
	 * @param removed the number of rows that were removed
	 * @param kept the number of rows that were changed since and are kept
	 * @param keys the keys of these
	 * @param dropped whether the table, which the run had created, was dropped
	 */
	public record UndoneTable(String table, long removed, long kept, List<String> keys, boolean dropped) {
	}

}
