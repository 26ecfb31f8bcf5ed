package io.kehu.migration.move.plan;

import java.io.Serial;

/**
 * Says why a move cannot be planned, in words for the steward.
 */
public final class PlanException extends IllegalArgumentException {

	@Serial
	private static final long serialVersionUID = 1L;

	PlanException(String reason) {
		super(reason);
	}

}
