package io.kehu.platform.problem;

import java.sql.SQLException;

import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Describes why the database has refused a statement, without any value: the messages of
 * databases quote what was to be stored.
 */
final class Refusal {

	private static final int MAXIMUM_DEPTH = 12;

	private Refusal() {
	}

	/** Returns the SQL state and, if known, the constraint. */
	static String of(Throwable failure) {
		String state = "unknown";
		String constraint = "unknown";
		Throwable cause = failure;
		for (int depth = 0; cause != null && depth < MAXIMUM_DEPTH; depth++) {
			if (cause instanceof SQLException sql && sql.getSQLState() != null) {
				state = sql.getSQLState();
			}
			if (cause instanceof ConstraintViolationException violation) {
				constraint = named(violation.getConstraintName(), constraint);
			}
			cause = cause.getCause();
		}
		return "SQL state %s, constraint %s".formatted(state, constraint);
	}

	private static String named(@Nullable String name, String otherwise) {
		return (name != null && name.matches("[A-Za-z0-9_]+")) ? name : otherwise;
	}

}
