package io.kehu.migration.tables;

import java.util.List;

import io.kehu.migration.move.plan.MovePlan;
import io.kehu.migration.move.plan.TablePlan;

/**
 * The plan of a move as clients see it.
 *
 * @param tables the tables in the order in which they are loaded
 * @param notes what to know beforehand: what stays behind, which types change
 */
record MovePlanView(List<PlannedTable> tables, List<String> notes) {

	static MovePlanView of(MovePlan plan) {
		return new MovePlanView(plan.tables().stream().map(PlannedTable::of).toList(), plan.notes());
	}

	/**
	 * A table.
	 *
	 * @param source the source table
	 * @param target the target table
	 * @param created whether the move creates the target table
	 * @param estimatedRows the number of rows by the source's estimate
	 * @param partitions the number of partitions
	 * @param columns the columns
	 */
	record PlannedTable(String source, String target, boolean created, long estimatedRows, int partitions,
			List<PlannedColumn> columns) {

		private static PlannedTable of(TablePlan table) {
			return new PlannedTable(table.source().name(), table.target().name(), table.create(),
					table.source().estimatedRows(), table.partitions().size(),
					table.columns()
						.stream()
						.map((column) -> new PlannedColumn(column.source().name(), column.source().declared(),
								column.target().name(), column.target().declared()))
						.toList());
		}

	}

	/**
	 * A column.
	 *
	 * @param source the source column
	 * @param sourceType its type
	 * @param target the target column
	 * @param targetType its type
	 */
	record PlannedColumn(String source, String sourceType, String target, String targetType) {
	}

}
