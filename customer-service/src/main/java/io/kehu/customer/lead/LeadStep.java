package io.kehu.customer.lead;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.kehu.platform.problem.ProblemException;

/**
 * What can be done with a lead: the transition table of its status.
 */
enum LeadStep {

	CONTACT, QUALIFY, LOSE, REOPEN, CONVERT;

	/** The statuses in which the step is possible. */
	private Set<LeadStatus> before() {
		return switch (this) {
			case CONTACT -> EnumSet.of(LeadStatus.NEW);
			case QUALIFY -> EnumSet.of(LeadStatus.NEW, LeadStatus.CONTACTED);
			case LOSE, CONVERT -> EnumSet.of(LeadStatus.NEW, LeadStatus.CONTACTED, LeadStatus.QUALIFIED);
			case REOPEN -> EnumSet.of(LeadStatus.LOST);
		};
	}

	private LeadStatus after() {
		return switch (this) {
			case CONTACT, REOPEN -> LeadStatus.CONTACTED;
			case QUALIFY -> LeadStatus.QUALIFIED;
			case LOSE -> LeadStatus.LOST;
			case CONVERT -> LeadStatus.CONVERTED;
		};
	}

	/**
	 * Returns the status after this step.
	 * @throws ProblemException 409 if the step is not possible, naming those that are
	 */
	LeadStatus from(LeadStatus current) {
		if (!before().contains(current)) {
			throw ProblemException.conflict("/status", "invalid_transition",
					"%s is not possible while the lead is %s; possible are %s".formatted(this, current,
							possible(current)));
		}
		return after();
	}

	/** Returns the steps that are possible in a status. */
	static List<LeadStep> possible(LeadStatus current) {
		return Arrays.stream(values()).filter((step) -> step.before().contains(current)).toList();
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
