package io.kehu.migration.move.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

import io.kehu.migration.move.database.DatabaseKind;

/**
 * Creates the target tables that do not exist, with their keys.
 */
public final class TableCreator {

	private TableCreator() {
	}

	/**
	 * Creates a table.
	 * @param connection a connection to the target
	 * @param kind the kind of the target
	 * @param plan the plan of the table
	 */
	public static void create(Connection connection, DatabaseKind kind, TablePlan plan) throws SQLException {
		String columns = plan.columns()
			.stream()
			.map(ColumnPlan::target)
			.map((column) -> kind.quote(column.name()) + " " + column.declared()
					+ (column.nullable() ? " null" : " not null"))
			.collect(Collectors.joining(", "));
		String key = plan.target().key().stream().map(kind::quote).collect(Collectors.joining(", "));
		try (Statement statement = connection.createStatement()) {
			statement.execute("create table if not exists " + kind.quote(plan.target().name()) + " (" + columns
					+ (key.isEmpty() ? "" : ", primary key (" + key + ")") + ")" + ((kind == DatabaseKind.MARIADB)
							? " engine = InnoDB character set utf8mb4 collate utf8mb4_bin" : ""));
		}
	}

}
