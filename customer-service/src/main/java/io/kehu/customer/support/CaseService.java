package io.kehu.customer.support;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordLocks;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assigns cases and explains their clocks.
 */
@Service
class CaseService {

	private final RecordStore<CaseDetails, SupportCase, CaseView> cases;

	private final CaseRepository repository;

	private final ServiceLevels levels;

	private final SupportAgents agents;

	private final RecordLocks locks;

	private final Clock clock;

	CaseService(RecordStore<CaseDetails, SupportCase, CaseView> cases, CaseRepository repository, ServiceLevels levels,
			SupportAgents agents, RecordLocks locks, Clock clock) {
		this.cases = cases;
		this.repository = repository;
		this.levels = levels;
		this.agents = agents;
		this.locks = locks;
		this.clock = clock;
	}

	/** Changes who works on a case. */
	CaseView assign(UUID id, ExpectedVersion expected, CaseAssignment assignment) {
		return this.cases.act(id, expected,
				(record, now) -> record.assign(assignment.assigneeId(), assignment.assignedTeamId(), now));
	}

	/**
	 * Assigns a case to the member of a team with the fewest unresolved cases. Cases that
	 * are assigned at the same time are assigned one after the other.
	 * @throws ProblemException 409 if the team has no member that is available
	 */
	CaseView assign(UUID id, ExpectedVersion expected, TeamAssignment assignment) {
		return this.cases.act(id, expected, (record, now) -> {
			this.locks.lock("case:assignment");
			UUID team = assignment.teamId();
			UUID agent = this.agents.findLeastLoaded(team, id)
				.orElseThrow(() -> ProblemException.conflict("/teamId", "no_agent", "has no member that is available"));
			return record.assign(agent, team, now);
		});
	}

	/**
	 * Returns how the clocks of a case count.
	 * @throws ProblemException 404 if there is no such case for the caller
	 */
	@Transactional(readOnly = true)
	public CaseSla sla(UUID id) {
		CaseView view = this.cases.get(id);
		SupportCase record = this.repository.findById(id).orElseThrow();
		ServiceLevel level = this.levels.find(view.details().agreementId());
		Instant now = this.clock.instant();
		return new CaseSla(id, view.status(), view.details().priority(), now, view.details().agreementId(),
				(level != null) ? level.calendarId() : null, counting(record, CaseClock.FIRST_RESPONSE, level, now),
				counting(record, CaseClock.RESOLUTION, level, now));
	}

	private static CaseSla.@Nullable Counting counting(SupportCase record, CaseClock clock,
			@Nullable ServiceLevel level, Instant now) {
		ClockReading reading = record.read(clock, level, now);
		if (level == null || reading == null) {
			return null;
		}
		Target target = Objects.requireNonNull(level.targets().of(record.priority()));
		return CaseSla.Counting.of(reading, clock.minutes(target), now);
	}

}
