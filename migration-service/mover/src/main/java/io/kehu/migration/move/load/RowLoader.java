package io.kehu.migration.move.load;

import java.sql.Connection;
import java.sql.SQLException;

import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.value.TupleBuffer;

/**
 * Inserts rows into a table.
 */
@FunctionalInterface
public interface RowLoader {

	/**
	 * Inserts rows in the current transaction.
	 * @param connection the connection
	 * @param table the name of the table, quoted
	 * @param rows the rows
	 * @param from the first row
	 * @param to the end, exclusive
	 */
	void insert(Connection connection, String table, TupleBuffer rows, int from, int to) throws SQLException;

	/**
	 * Returns the loader for a database.
	 * @param kind the kind of the target
	 * @param plan the plan of the table
	 */
	static RowLoader of(DatabaseKind kind, TablePlan plan) {
		return switch (kind) {
			case POSTGRESQL -> new PostgresLoader(plan);
			case MARIADB -> new MariaDbLoader(plan);
		};
	}

}
