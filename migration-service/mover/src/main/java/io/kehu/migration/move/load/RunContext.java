package io.kehu.migration.move.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.kehu.migration.move.chunk.ChunkStore;
import io.kehu.migration.move.database.Database;
import io.kehu.migration.move.plan.MovePlan;
import org.jspecify.annotations.Nullable;

/**
 * What the partitions of a run have in common.
 *
 * @param plan the plan
 * @param source the source
 * @param target the target
 * @param store where chunks are staged, or null to load them directly
 * @param settings the settings
 */
public record RunContext(MovePlan plan, Database source, Database target, @Nullable ChunkStore store,
		Settings settings) {

	/** Returns the checkpoints of the run. */
	public Ledger ledger() {
		return new Ledger(this.plan.to(), this.plan.run());
	}

	/**
	 * Checks that the run may reject further rows.
	 * @param target a connection to the target
	 * @param rejections the rows to reject
	 * @throws RejectBudgetException if it may not
	 */
	public void checkBudget(Connection target, List<Rejection> rejections) throws SQLException {
		long budget = this.settings.rejectBudget();
		if (!rejections.isEmpty() && ledger().rejected(target) + rejections.size() > budget) {
			throw new RejectBudgetException(budget, rejections.get(rejections.size() - 1));
		}
	}

	/**
	 * The settings of a run.
	 *
	 * @param chunkBytes the size at which a chunk is complete
	 * @param chunkRows the number of rows at which a chunk is complete, rejected ones
	 * included
	 * @param rejectBudget the most rejected rows; the run fails above it
	 * @param rowsPerSecond the most rows of a table to read per second, or 0 without a
	 * limit
	 */
	public record Settings(int chunkBytes, int chunkRows, long rejectBudget, long rowsPerSecond) {

		/** The usual settings: no rejected rows, no limit to the speed. */
		public static final Settings USUAL = new Settings(1 << 21, 50_000, 0, 0);

	}

}
