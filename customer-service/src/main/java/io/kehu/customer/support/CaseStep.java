package io.kehu.customer.support;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.kehu.platform.problem.ProblemException;

/**
 * What can be done with a case: the transition table of its status.
 */
enum CaseStep {

	RESPOND, WAIT, RESUME, RESOLVE, CLOSE, REOPEN, ASSIGN;

	/** The statuses in which the step is possible. */
	private Set<CaseStatus> before() {
		return switch (this) {
			case RESPOND, WAIT -> EnumSet.of(CaseStatus.NEW, CaseStatus.OPEN);
			case RESUME -> EnumSet.of(CaseStatus.WAITING);
			case RESOLVE -> EnumSet.of(CaseStatus.NEW, CaseStatus.OPEN, CaseStatus.WAITING);
			case CLOSE -> EnumSet.of(CaseStatus.RESOLVED);
			case REOPEN -> EnumSet.of(CaseStatus.RESOLVED, CaseStatus.CLOSED);
			case ASSIGN -> EnumSet.complementOf(EnumSet.of(CaseStatus.CLOSED));
		};
	}

	/** The status after the step; assigning a case does not change it. */
	private CaseStatus after(CaseStatus current) {
		return switch (this) {
			case RESPOND, RESUME, REOPEN -> CaseStatus.OPEN;
			case WAIT -> CaseStatus.WAITING;
			case RESOLVE -> CaseStatus.RESOLVED;
			case CLOSE -> CaseStatus.CLOSED;
			case ASSIGN -> current;
		};
	}

	/**
	 * Returns the status after this step.
	 * @throws ProblemException 409 if the step is not possible, naming those that are
	 */
	CaseStatus from(CaseStatus current) {
		if (!before().contains(current)) {
			throw ProblemException.conflict("/status", "invalid_transition",
					"%s is not possible while the case is %s; possible are %s".formatted(this, current,
							possible(current)));
		}
		return after(current);
	}

	/** Returns the steps that are possible in a status. */
	static List<CaseStep> possible(CaseStatus current) {
		return Arrays.stream(values()).filter((step) -> step.before().contains(current)).toList();
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
