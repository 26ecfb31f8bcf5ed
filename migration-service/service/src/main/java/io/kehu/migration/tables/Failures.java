package io.kehu.migration.tables;

import java.sql.SQLException;

import io.kehu.migration.job.JobFailure;
import org.jspecify.annotations.Nullable;

/**
 * Explains failures of the databases of a move, which are not those of the service.
 */
final class Failures {

	private Failures() {
	}

	/**
	 * Does work on the databases of a move.
	 * @throws JobFailure if one of them fails
	 */
	static void explain(Work work) throws Exception {
		try {
			work.run();
		}
		catch (SQLException ex) {
			JobFailure failure = new JobFailure(
					"A database of the move failed; restart the job to continue. " + firstLine(ex.getMessage()));
			failure.initCause(ex);
			throw failure;
		}
	}

	private static String firstLine(@Nullable String message) {
		return (message != null) ? message.lines().findFirst().orElse("") : "";
	}

	/**
	 * Work on the databases of a move.
	 */
	@FunctionalInterface
	interface Work {

		void run() throws Exception;

	}

}
