package io.kehu.platform.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

import org.hibernate.TransactionException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Distinguishes an unavailable database from one that rejects a statement.
 */
public final class Outage {

	/**
	 * SQL state classes: connection exception, insufficient resources, operator
	 * intervention.
	 */
	private static final Set<String> STATES = Set.of("08", "53", "57");

	private static final int MAXIMUM_DEPTH = 12;

	private Outage() {
	}

	/**
	 * Returns whether the failure was caused by an unavailable database.
	 */
	public static boolean causes(@Nullable Throwable failure) {
		Throwable cause = failure;
		for (int depth = 0; cause != null && depth < MAXIMUM_DEPTH; depth++) {
			if (cause instanceof CannotCreateTransactionException || cause instanceof DataAccessResourceFailureException
					|| cause instanceof QueryTimeoutException || cause instanceof SQLTransientException
					|| cause instanceof TransactionException || cause instanceof TransactionSystemException) {
				return true;
			}
			if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().length() > 1
					&& STATES.contains(sql.getSQLState().substring(0, 2))) {
				return true;
			}
			cause = cause.getCause();
		}
		return false;
	}

}
