package io.kehu.migration.move.load;

import java.io.Serial;

/**
 * A run has rejected more rows than it may.
 */
public final class RejectBudgetException extends IllegalArgumentException {

	@Serial
	private static final long serialVersionUID = 1L;

	RejectBudgetException(long budget, Rejection last) {
		super("More than " + budget + " rows were rejected, the last one with key " + last.key() + ": "
				+ ((last.column() != null) ? last.column() + ": " : "") + last.reason());
	}

}
