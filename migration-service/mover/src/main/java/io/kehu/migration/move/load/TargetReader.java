package io.kehu.migration.move.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

import io.kehu.migration.move.database.SourceRows;
import io.kehu.migration.move.plan.MovePlan;
import io.kehu.migration.move.plan.TablePlan;
import io.kehu.migration.move.value.RowTally;
import io.kehu.migration.move.value.TupleBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a target table in the binary form in which it was loaded.
 */
public final class TargetReader {

	private static final int BLOCK = 1 << 18;

	private final MovePlan plan;

	private final TablePlan table;

	private final Connection connection;

	/**
	 * Creates a reader.
	 * @param plan the plan
	 * @param table the plan of the table that was loaded
	 * @param connection a connection to the target
	 */
	public TargetReader(MovePlan plan, TablePlan table, Connection connection) {
		this.plan = plan;
		this.table = table;
		this.connection = connection;
	}

	/**
	 * Reads rows in blocks.
	 * @param condition a condition in the target's SQL, or null for all rows
	 * @param consumer receives each block, which is reused afterwards
	 * @throws IllegalStateException if a row does not have the form of loaded rows
	 */
	public void read(@Nullable String condition, Consumer<TupleBuffer> consumer) throws SQLException {
		TablePlan own = this.table.ofTarget();
		RowCaster caster = new RowCaster(own, this.plan.to(), this.plan.to());
		TupleBuffer block = new TupleBuffer();
		try (SourceRows rows = SourceRows.open(this.connection,
				own.sourceQuery(this.plan.to(), this.plan.to(), 0).where(condition))) {
			while (rows.next()) {
				Rejection rejection = caster.cast(rows, block, 0);
				if (rejection != null) {
					throw new IllegalStateException("The target holds a value that no run loads: " + rejection);
				}
				if (block.size() > BLOCK) {
					consumer.accept(block);
					block.clear();
				}
			}
		}
		consumer.accept(block);
	}

	/**
	 * Returns the totals of all rows.
	 */
	public RowTally.Totals totals() throws SQLException {
		RowTally tally = new RowTally(this.table.tallied());
		read(null, tally::add);
		return tally.totals();
	}

}
