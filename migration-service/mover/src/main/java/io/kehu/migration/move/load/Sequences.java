package io.kehu.migration.move.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.kehu.migration.move.database.Column;
import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.database.DatabaseKind;
import io.kehu.migration.move.plan.ColumnPlan;
import io.kehu.migration.move.plan.MovePlan;
import io.kehu.migration.move.plan.TablePlan;

/**
 * Moves the sequences of PostgreSQL past the loaded numbers, so that the next row that an
 * application inserts has a new one. MariaDB does so by itself.
 */
public final class Sequences {

	private Sequences() {
	}

	/**
	 * Moves the sequences of all loaded tables. They are never moved back, also not by
	 * undoing a run, since numbers may have been used since.
	 * @param plan the plan
	 * @param target the target
	 */
	public static void advance(MovePlan plan, Database target) throws SQLException {
		if (plan.to() != DatabaseKind.POSTGRESQL) {
			return;
		}
		try (Connection connection = target.openForWriting(); Statement statement = connection.createStatement()) {
			for (TablePlan table : plan.tables()) {
				for (ColumnPlan column : table.columns()) {
					boolean numbered = column.target().counted() || (table.create() && column.source().counted());
					if (numbered && column.type().wholeNumber()) {
						statement.execute(statement(table, column.target()));
					}
				}
			}
			connection.commit();
		}
	}

	/** Does nothing if the column has no sequence or the table no rows. */
	private static String statement(TablePlan table, Column column) {
		DatabaseKind kind = DatabaseKind.POSTGRESQL;
		String name = kind.quote(table.target().name());
		String sequence = "pg_get_serial_sequence('" + name.replace("'", "''") + "', '"
				+ column.name().replace("'", "''") + "')";
		return "select setval(s.name, greatest(m.most, nextval(s.name))) from (select " + sequence
				+ " as name) s, (select max(" + kind.quote(column.name()) + ") as most from " + name
				+ ") m where s.name is not null and m.most > 0";
	}

}
