package io.kehu.migration.tables;

import java.util.UUID;

import io.kehu.migration.move.load.RunContext.Settings;

/**
 * The task of a move; its plan is stored beside it.
 *
 * @param sourceId the connection to read from
 * @param targetId the connection to write to
 * @param dryRun whether nothing is written
 * @param staging zstd, lz4, deflate or none
 * @param rejectBudget the number of rows that may be rejected
 * @param rowsPerSecond the most rows of a table to read per second, or 0
 */
record MoveTask(UUID sourceId, UUID targetId, boolean dryRun, String staging, long rejectBudget, long rowsPerSecond) {

	boolean staged() {
		return !this.staging.equals("none");
	}

	Settings settings() {
		return new Settings(Settings.USUAL.chunkBytes(), Settings.USUAL.chunkRows(), this.rejectBudget,
				this.rowsPerSecond);
	}

}
