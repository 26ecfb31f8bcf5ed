package io.kehu.migration.move.plan;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.migration.move.database.Charsets;
import io.kehu.migration.move.database.Column;
import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.database.KeyRanges;
import io.kehu.migration.move.database.Schema;
import io.kehu.migration.move.database.Table;
import io.kehu.migration.move.value.ValueType;

/**
 * Plans a run without changing anything: which table goes where, how each column is cast,
 * and into which partitions tables are divided.
 */
public final class Planner {

	/** The number of rows from which on a table is divided. */
	static final long DIVIDED_FROM = 20_000;

	private final Database source;

	private final Database target;

	private final int partitions;

	/**
	 * Creates a planner.
	 * @param source the source
	 * @param target the target
	 * @param partitions the number of partitions of large tables
	 */
	public Planner(Database source, Database target, int partitions) {
		this.source = source;
		this.target = target;
		this.partitions = partitions;
	}

	/**
	 * Plans a run.
	 * @param run the id of the run
	 * @param rules the tables to move; all if empty
	 * @return the plan, never null
	 * @throws PlanException if a table or a column has no counterpart
	 */
	public MovePlan plan(UUID run, List<TableRule> rules) throws SQLException {
		Schema from = Schema.read(this.source);
		Schema to = Schema.read(this.target);
		List<TableRule> wanted = rules.isEmpty()
				? from.tables().stream().map((table) -> TableRule.asIs(table.name())).toList() : rules;
		List<String> notes = new ArrayList<>();
		List<Table> tables = new ArrayList<>();
		for (TableRule rule : wanted) {
			tables.add(from.table(rule.source())
				.orElseThrow(() -> new PlanException("The source has no table " + rule.source() + ".")));
		}
		List<TablePlan> plans = new ArrayList<>();
		for (Table table : Dependence.order(tables, notes)) {
			TableRule rule = wanted.get(tables.indexOf(table));
			plans.add(table(plans.size(), table, rule, to.table(rule.targetName()), notes));
		}
		notes.addAll(LeftBehind.of(plans));
		return new MovePlan(run, this.source.kind(), this.target.kind(), plans, notes);
	}

	private TablePlan table(int number, Table table, TableRule rule, Optional<Table> existing, List<String> notes)
			throws SQLException {
		checkRule(table, rule);
		List<ColumnPlan> columns = new ArrayList<>();
		for (Column column : table.columns()) {
			if (rule.ignores(column.name())) {
				continue;
			}
			ColumnRule columnRule = rule.column(column.name());
			String name = (columnRule.target() != null) ? columnRule.target() : column.name();
			Column into = existing.isPresent() ? existing(existing.get(), table, column, name)
					: created(table, column, columnRule, name, notes);
			ValueType type = ValueTypes.of(this.target.kind(), into);
			checkType(column, into, type);
			columns.add(new ColumnPlan(column, into, type, columnRule));
		}
		Table into = existing.orElseGet(() -> target(table, rule, columns));
		existing.ifPresent((found) -> checkFilled(found, columns));
		existing.filter((found) -> found.references().stream().anyMatch((own) -> own.table().equals(found.name())))
			.ifPresent((found) -> notes.add("The table " + found.name() + " refers to itself: rows that are loaded"
					+ " before the row that they refer to are rejected."));
		if (table.key().isEmpty()) {
			notes.add("The table " + table.name() + " has no key: it is moved as one partition in one transaction.");
		}
		long rows = table.estimatedRows();
		return new TablePlan(number, table, into, existing.isEmpty(), columns, new KeyRanges(this.source, table)
			.divide((rows >= DIVIDED_FROM) ? this.partitions : 1, rule.partitionBy()));
	}

	private static void checkRule(Table table, TableRule rule) {
		List<String> named = new ArrayList<>(rule.columns().keySet());
		named.addAll(rule.ignored());
		if (rule.partitionBy() != null) {
			named.add(rule.partitionBy());
		}
		for (ColumnRule column : rule.columns().values()) {
			if (column.encoding() != null && !Charsets.supported(column.encoding())) {
				throw new PlanException("There is no encoding " + column.encoding() + ".");
			}
		}
		for (String name : named) {
			if (table.column(name).isEmpty()) {
				throw new PlanException("The table " + table.name() + " has no column " + name + ".");
			}
		}
	}

	private static Column existing(Table target, Table table, Column column, String name) {
		Column into = target.column(name)
			.orElseThrow(() -> new PlanException("No column of " + target.name() + " takes the values of "
					+ table.name() + "." + column.name() + ": map it, or ignore it explicitly."));
		if (into.generated()) {
			throw new PlanException("The column " + target.name() + "." + name + " is computed by the database: ignore "
					+ table.name() + "." + column.name() + " explicitly.");
		}
		return into;
	}

	private Column created(Table table, Column column, ColumnRule rule, String name, List<String> notes) {
		String declared = (rule.type() != null) ? rule.type()
				: TargetTypes.of(column, this.source.kind(), this.target.kind(), table.key().contains(column.name()));
		Column into = DeclaredType.column(this.target.kind(), column, name, declared);
		if (!declared.equals(column.declared())) {
			notes.add(table.name() + "." + column.name() + ": " + column.declared() + " becomes " + declared + ".");
		}
		return into;
	}

	private void checkType(Column column, Column into, ValueType type) {
		boolean both = this.source.kind() == DatabaseKind.POSTGRESQL && this.target.kind() == DatabaseKind.POSTGRESQL;
		if (type == ValueType.OTHER && !(both && column.declared().equals(into.declared()))) {
			throw new PlanException("There is no cast from " + column.declared() + " to " + into.declared()
					+ " (column " + column.name() + ").");
		}
	}

	private static Table target(Table table, TableRule rule, List<ColumnPlan> columns) {
		List<String> key = new ArrayList<>();
		for (String name : table.key()) {
			columns.stream()
				.filter((column) -> column.source().name().equals(name))
				.findFirst()
				.ifPresent((column) -> key.add(column.target().name()));
		}
		boolean whole = key.size() == table.key().size();
		return new Table(rule.targetName(), columns.stream().map(ColumnPlan::target).toList(), whole ? key : List.of(),
				List.of(), List.of(), 0);
	}

	private static void checkFilled(Table target, List<ColumnPlan> columns) {
		for (Column column : target.columns()) {
			boolean taken = columns.stream().anyMatch((plan) -> plan.target().equals(column));
			if (!taken && !column.nullable() && !column.filled()) {
				throw new PlanException("The column " + target.name() + "." + column.name()
						+ " needs a value, and no source column provides it.");
			}
		}
	}

}
