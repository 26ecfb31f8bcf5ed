package io.kehu.migration.move.load;

import java.sql.Connection;
import java.sql.SQLException;

import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.plan.MovePlan;
import io.kehu.migration.move.plan.TableCreator;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.value.RowTally.Totals;

/**
 * Prepares the target: the ledger, missing tables, and the totals of what tables hold
 * before the run. Preparing again changes nothing.
 */
public final class TargetTables {

	private TargetTables() {
	}

	/**
	 * Prepares the target.
	 * @param plan the plan
	 * @param target the target
	 */
	public static void prepare(MovePlan plan, Database target) throws SQLException {
		Ledger ledger = new Ledger(plan.to(), plan.run());
		try (Connection connection = target.openForWriting()) {
			ledger.create(connection);
			connection.commit();
			for (TablePlan table : plan.tables()) {
				if (ledger.table(connection, table.number()).isPresent()) {
					continue;
				}
				Totals before = Totals.none(table.columns().size());
				if (table.create()) {
					TableCreator.create(connection, plan.to(), table);
				}
				else {
					before = totals(plan, table, target);
				}
				ledger.begin(connection,
						new Ledger.TableEntry(table.number(), table.target().name(), table.create(), before));
				connection.commit();
			}
		}
	}

	/**
	 * Returns the totals of what a target table holds now.
	 * @param plan the plan
	 * @param table the plan of the table
	 * @param target the target
	 */
	public static Totals totals(MovePlan plan, TablePlan table, Database target) throws SQLException {
		try (Connection connection = target.openSnapshot()) {
			return new TargetReader(plan, table, connection).totals();
		}
	}

}
