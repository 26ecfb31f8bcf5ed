package io.kehu.customer.support;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.kehu.customer.support.sla.ServiceClock;
import io.kehu.customer.support.sla.Switch;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a case.
 */
enum CaseClock {

	/** Runs until the first response. */
	FIRST_RESPONSE(CaseEvent.RESPONSE_AT_RISK, CaseEvent.RESPONSE_BREACHED) {

		@Override
		int minutes(Target target) {
			return target.firstResponse();
		}

		@Override
		List<Switch> switches(List<StatusChange> statuses, @Nullable Instant respondedAt) {
			List<Switch> switches = new ArrayList<>();
			for (StatusChange change : statuses) {
				if (respondedAt == null || change.at().isBefore(respondedAt)) {
					switches.add(new Switch(change.at(), change.status().counts()));
				}
			}
			if (respondedAt != null) {
				switches.add(new Switch(respondedAt, false));
			}
			return switches;
		}

	},

	/** Runs until the case is resolved, and again when it is reopened. */
	RESOLUTION(CaseEvent.RESOLUTION_AT_RISK, CaseEvent.RESOLUTION_BREACHED) {

		@Override
		int minutes(Target target) {
			return target.resolution();
		}

		@Override
		List<Switch> switches(List<StatusChange> statuses, @Nullable Instant respondedAt) {
			return statuses.stream().map((change) -> new Switch(change.at(), change.status().counts())).toList();
		}

	};

	private final CaseEvent risk;

	private final CaseEvent breach;

	CaseClock(CaseEvent risk, CaseEvent breach) {
		this.risk = risk;
		this.breach = breach;
	}

	/** Returns the event of a clock that has counted the share that is a risk. */
	CaseEvent risk() {
		return this.risk;
	}

	/** Returns the event of a clock that runs after it was due. */
	CaseEvent breach() {
		return this.breach;
	}

	abstract int minutes(Target target);

	abstract List<Switch> switches(List<StatusChange> statuses, @Nullable Instant respondedAt);

	/**
	 * Returns this clock of a case, or null if nothing was agreed for it.
	 * @param statuses the statuses of the case since it was opened
	 */
	@Nullable ServiceClock of(@Nullable ServiceLevel level, Priority priority, List<StatusChange> statuses,
			@Nullable Instant respondedAt) {
		Target target = (level != null) ? level.targets().of(priority) : null;
		return (level != null && target != null) ? new ServiceClock(level.calendar(),
				Duration.ofMinutes(minutes(target)), switches(statuses, respondedAt)) : null;
	}

}
