package io.kehu.migration.move.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.database.Schema;
import io.kehu.migration.move.database.Table.Reference;
import io.kehu.migration.move.load.Keys;
import io.kehu.migration.move.load.Ledger;
import io.kehu.migration.move.load.Rejection;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.move.load.TargetReader;
import io.kehu.migration.move.plan.MovePlan;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.value.RowTally;
import io.kehu.migration.move.value.TupleBuffer;

/**
 * Carries over the foreign keys between tables that a run has created. Rows that refer to
 * nothing are rejected first, in the transaction that removes them.
 */
public final class References {

	/** The number that stands for the partition of rows rejected after loading. */
	public static final int PARTITION = -1;

	private final RunContext context;

	private final MovePlan plan;

	private final DatabaseKind kind;

	/**
	 * Creates the step.
	 * @param context the run
	 */
	public References(RunContext context) {
		this.context = context;
		this.plan = context.plan();
		this.kind = this.plan.to();
	}

	/**
	 * Rejects rows without what they refer to, then adds the foreign keys. Doing it again
	 * adds what is missing.
	 */
	public void add() throws SQLException {
		Database target = this.context.target();
		try (Connection connection = target.openForWriting()) {
			List<Carried> carried = carried();
			boolean rejected = true;
			while (rejected) {
				rejected = false;
				for (Carried reference : carried) {
					rejected |= reject(connection, reference);
				}
			}
			for (Carried reference : carried) {
				constrain(connection, reference);
			}
		}
	}

	/**
	 * Removes those foreign keys that refer to a table that was loaded later or to the
	 * same one, before the tables are undone in the opposite order.
	 */
	void removeCircular(Connection connection) throws SQLException {
		boolean mariaDb = this.kind == DatabaseKind.MARIADB;
		for (Carried reference : carried()) {
			if (reference.parent().number() >= reference.child().number()) {
				try (Statement statement = connection.createStatement()) {
					statement.execute("alter table if exists " + this.kind.quote(reference.child().target().name())
							+ (mariaDb ? " drop foreign key if exists " : " drop constraint if exists ")
							+ reference.constraint());
				}
			}
		}
		connection.commit();
	}

	private List<Carried> carried() {
		List<Carried> carried = new ArrayList<>();
		for (TablePlan child : this.plan.tables()) {
			for (Reference reference : child.source().references()) {
				Optional<TablePlan> parent = this.plan.tables()
					.stream()
					.filter((table) -> table.source().name().equals(reference.table()))
					.findFirst();
				if (child.create() && parent.isPresent()) {
					List<String> columns = names(child, reference.columns());
					List<String> keys = names(parent.get(), reference.keys());
					if (columns.size() == reference.columns().size() && keys.size() == columns.size()
							&& keys.equals(parent.get().target().key())) {
						carried.add(new Carried(reference.name(), child, parent.get(), columns, keys));
					}
				}
			}
		}
		return carried;
	}

	private static List<String> names(TablePlan table, List<String> sources) {
		return sources.stream()
			.flatMap((name) -> table.columns().stream().filter((column) -> column.source().name().equals(name)))
			.map((column) -> column.target().name())
			.toList();
	}

	private boolean reject(Connection connection, Carried reference) throws SQLException {
		TablePlan table = reference.child();
		String condition = orphans(reference);
		TupleBuffer removed = new TupleBuffer();
		new TargetReader(this.plan, table, connection).read(condition, (block) -> {
			for (int row = 0; row < block.rows(); row++) {
				removed.copyRow(block, row);
			}
		});
		if (removed.rows() == 0) {
			connection.commit();
			return false;
		}
		List<Rejection> rejections = rejections(reference, removed);
		this.context.checkBudget(connection, rejections);
		record(connection, table, removed, rejections);
		try (Statement statement = connection.createStatement()) {
			int deleted = statement
				.executeUpdate("delete from " + this.kind.quote(table.target().name()) + " where " + condition);
			if (deleted != removed.rows()) {
				throw new SQLException("The rows of " + table.target().name() + " changed meanwhile.", "40001");
			}
		}
		connection.commit();
		return true;
	}

	private static List<Rejection> rejections(Carried reference, TupleBuffer removed) {
		List<Rejection> rejections = new ArrayList<>();
		for (int row = 0; row < removed.rows(); row++) {
			rejections.add(new Rejection(row, Keys.shown(reference.child(), removed, row),
					String.join(", ", reference.columns()), null, "missing_reference",
					"There is no row of " + reference.parent().target().name() + " that it refers to."));
		}
		return rejections;
	}

	private void record(Connection connection, TablePlan table, TupleBuffer removed, List<Rejection> rejections)
			throws SQLException {
		RowTally tally = new RowTally(table.tallied());
		tally.add(removed);
		Ledger ledger = new Ledger(this.kind, this.plan.run());
		int number = (int) ledger.chunks(connection, table.number())
			.stream()
			.filter((chunk) -> chunk.partition() == PARTITION)
			.count();
		ledger.add(connection, new Ledger.ChunkEntry(table.number(), PARTITION, number, true, 0, rejections.size(),
				RowTally.Totals.none(table.columns().size()).minus(tally.totals()), null, false), rejections);
	}

	private String orphans(Carried reference) {
		String child = this.kind.quote(reference.child().target().name());
		List<String> present = new ArrayList<>();
		List<String> equal = new ArrayList<>();
		for (int index = 0; index < reference.columns().size(); index++) {
			String column = child + "." + this.kind.quote(reference.columns().get(index));
			present.add(column + " is not null");
			equal.add("p." + this.kind.quote(reference.keys().get(index)) + " = " + column);
		}
		// MariaDB deletes from a table that it reads only if that is materialised
		String parent = "(select " + reference.keys().stream().map(this.kind::quote).collect(Collectors.joining(", "))
				+ " from " + this.kind.quote(reference.parent().target().name()) + ")";
		return String.join(" and ", present) + " and not exists (select 1 from " + parent + " p where "
				+ String.join(" and ", equal) + ")";
	}

	private void constrain(Connection connection, Carried reference) throws SQLException {
		String name = reference.constraint();
		boolean exists = Schema.read(this.context.target())
			.table(reference.child().target().name())
			.stream()
			.flatMap((table) -> table.references().stream())
			.anyMatch((found) -> found.name().equals(name));
		if (exists) {
			return;
		}
		try (Statement statement = connection.createStatement()) {
			statement.execute("alter table " + this.kind.quote(reference.child().target().name()) + " add constraint "
					+ name + " foreign key ("
					+ reference.columns().stream().map(this.kind::quote).collect(Collectors.joining(", "))
					+ ") references " + this.kind.quote(reference.parent().target().name()) + " ("
					+ reference.keys().stream().map(this.kind::quote).collect(Collectors.joining(", ")) + ")");
			connection.commit();
		}
	}

	/**
	 * A foreign key that is carried over.
	 *
	 * @param name its name in the source
	 * @param child the table
	 * @param parent the table that it refers to
	 * @param columns the target columns
	 * @param keys the target columns of the parent
	 */
	private record Carried(String name, TablePlan child, TablePlan parent, List<String> columns, List<String> keys) {

		/** Returns a name for it in the target that is always the same. */
		private String constraint() {
			return "kehu_" + Integer.toUnsignedString((this.child.target().name() + "/" + this.name).hashCode(), 36);
		}

	}

}
