package io.kehu.customer.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.kehu.customer.support.sla.ServiceClock;
import io.kehu.platform.access.Guarded;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.Keyed;
import io.kehu.platform.record.RecordEvent;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * A concern of a customer that is to be answered and resolved. Callers with access to the
 * customer have access to the case.
 */
@Entity
@EntityListeners(CaseClocks.class)
@Guarded(table = "support_case", read = "case:read", write = "case:write", delete = "case:delete", parent = "customer",
		parentId = "customer_id")
class SupportCase extends DetailedRecord<CaseDetails, CaseView> implements Keyed {

	private long number;

	private UUID customerId;

	private @Nullable UUID contactId;

	private String subject;

	private @Nullable String description;

	@Enumerated(EnumType.STRING)
	private Priority priority;

	@Enumerated(EnumType.STRING)
	private CaseOrigin origin;

	private @Nullable UUID agreementId;

	@Embedded
	private CaseProgress progress;

	private @Nullable UUID assigneeId;

	private @Nullable UUID assignedTeamId;

	@Embedded
	@AttributeOverride(name = "dueAt", column = @Column(name = "first_response_due_at"))
	@AttributeOverride(name = "atRiskAt", column = @Column(name = "first_response_at_risk_at"))
	@AttributeOverride(name = "riskReportedAt", column = @Column(name = "first_response_risk_reported_at"))
	@AttributeOverride(name = "breachReportedAt", column = @Column(name = "first_response_breach_reported_at"))
	private @Nullable ClockState firstResponse;

	@Embedded
	@AttributeOverride(name = "dueAt", column = @Column(name = "resolution_due_at"))
	@AttributeOverride(name = "atRiskAt", column = @Column(name = "resolution_at_risk_at"))
	@AttributeOverride(name = "riskReportedAt", column = @Column(name = "resolution_risk_reported_at"))
	@AttributeOverride(name = "breachReportedAt", column = @Column(name = "resolution_breach_reported_at"))
	private @Nullable ClockState resolution;

	/** When the next report is to be made; not part of the record's version. */
	@OptimisticLock(excluded = true)
	private @Nullable Instant nextCheckAt;

	private @Nullable UUID mergedInto;

	@ElementCollection
	@CollectionTable(name = "support_case_external_id", joinColumns = @JoinColumn(name = "case_id"))
	private Set<ExternalId> externalIds = new HashSet<>();

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected SupportCase() {
	}

	@SuppressWarnings("NullAway.Init")
	SupportCase(long number, CaseDetails details, Instant now) {
		super(now);
		this.number = number;
		this.progress = new CaseProgress(now);
		apply(details);
	}

	/** Notes that the customer got a response; only the first one has an effect. */
	@Nullable RecordEvent respond(Instant now) {
		return take(CaseStep.RESPOND, CaseEvent.RESPONDED, now);
	}

	/** Waits for the customer, which pauses the clocks. */
	@Nullable RecordEvent await(Instant now) {
		return take(CaseStep.WAIT, CaseEvent.PAUSED, now);
	}

	@Nullable RecordEvent resume(Instant now) {
		return take(CaseStep.RESUME, CaseEvent.RESUMED, now);
	}

	@Nullable RecordEvent resolve(Instant now) {
		return take(CaseStep.RESOLVE, CaseEvent.RESOLVED, now);
	}

	@Nullable RecordEvent close(Instant now) {
		return take(CaseStep.CLOSE, CaseEvent.CLOSED, now);
	}

	/** Opens the case again; the clock of the resolution continues. */
	@Nullable RecordEvent reopen(Instant now) {
		return take(CaseStep.REOPEN, CaseEvent.REOPENED, now);
	}

	private @Nullable CaseEvent take(CaseStep step, CaseEvent event, Instant now) {
		if (!this.progress.take(step, now)) {
			return null;
		}
		changed(now);
		return event;
	}

	/**
	 * Notes a comment.
	 * @param answer whether the customer can read it, which makes it a response
	 */
	RecordEvent comment(boolean answer, Instant now) {
		changed(now);
		return (answer && this.progress.answered(now)) ? CaseEvent.RESPONDED : CaseEvent.COMMENTED;
	}

	/** Changes who works on the case; has no effect if they do already. */
	@Nullable RecordEvent assign(@Nullable UUID assignee, @Nullable UUID team, Instant now) {
		CaseStep.ASSIGN.from(this.progress.status());
		if (Objects.equals(assignee, this.assigneeId) && Objects.equals(team, this.assignedTeamId)) {
			return null;
		}
		this.assigneeId = assignee;
		this.assignedTeamId = team;
		changed(now);
		return CaseEvent.ASSIGNED;
	}

	/** Deletes this case as merged into another. */
	void mergeInto(UUID survivor, Instant now) {
		this.mergedInto = survivor;
		delete(now);
	}

	/** Restores this case after a merge. */
	void separate(Instant now) {
		this.mergedInto = null;
		restore(now);
	}

	/**
	 * Restores the case.
	 * @throws ProblemException 409 if it was merged
	 */
	@Override
	public void restore(Instant now) {
		if (this.mergedInto != null) {
			throw ProblemException.of(HttpStatus.CONFLICT, "merged",
					"Case %s was merged into %s; undo the merge instead.".formatted(id(), this.mergedInto));
		}
		super.restore(now);
	}

	/** Returns a clock of the case as it is now, or null if nothing was agreed. */
	@Nullable ClockReading read(CaseClock clock, @Nullable ServiceLevel level, Instant now) {
		ServiceClock running = clock.of(level, this.priority, this.progress.statuses(), this.progress.respondedAt());
		return (level != null && running != null) ? ClockReading.of(running, level.riskPercent(), state(clock), now)
				: null;
	}

	private @Nullable ClockState state(CaseClock clock) {
		return switch (clock) {
			case FIRST_RESPONSE -> this.firstResponse;
			case RESOLUTION -> this.resolution;
		};
	}

	private void keep(CaseClock clock, @Nullable ClockState state) {
		switch (clock) {
			case FIRST_RESPONSE -> this.firstResponse = state;
			case RESOLUTION -> this.resolution = state;
		}
	}

	/** Calculates the states of the clocks by the service level of the agreement. */
	void calculate(@Nullable ServiceLevel level, Instant now) {
		List<Instant> moments = new ArrayList<>();
		for (CaseClock clock : CaseClock.values()) {
			ClockReading reading = read(clock, level, now);
			keep(clock, (reading != null) ? reading.state() : null);
			if (reading != null && !deleted()) {
				moments.addAll(reading.reports(now));
			}
		}
		this.nextCheckAt = moments.stream().min(Instant::compareTo).orElse(null);
	}

	/**
	 * Calculates the clocks and notes one risk or breach that has occurred.
	 * @return its event, or null if there is none
	 */
	@Nullable CaseEvent escalate(@Nullable ServiceLevel level, Instant now) {
		calculate(level, now);
		for (CaseClock clock : CaseClock.values()) {
			ClockReading reading = read(clock, level, now);
			if (reading != null && reading.atRisk(now)) {
				return escalated(clock, clock.risk(), reading.state().riskReported(now), now);
			}
			if (reading != null && reading.breached(now)) {
				return escalated(clock, clock.breach(), reading.state().breachReported(now), now);
			}
		}
		return null;
	}

	private CaseEvent escalated(CaseClock clock, CaseEvent event, ClockState state, Instant now) {
		keep(clock, state);
		changed(now);
		return event;
	}

	/** Makes a new version because of a change beside the details. */
	void touch(Instant now) {
		changed(now);
	}

	@Override
	protected void apply(CaseDetails details) {
		this.customerId = details.customerId();
		this.contactId = details.contactId();
		this.subject = details.subject();
		this.description = details.description();
		this.priority = details.priority();
		this.origin = details.origin();
		this.agreementId = details.agreementId();
		ExternalId.replace(this.externalIds, details.externalIds());
	}

	@Override
	public CaseDetails details() {
		return new CaseDetails(this.customerId, this.contactId, this.subject, this.description, this.priority,
				this.origin, this.agreementId, ExternalId.sorted(this.externalIds));
	}

	@Override
	public CaseView view() {
		return new CaseView(id(), version(), this.number, this.progress.status(), details(), this.assigneeId,
				this.assignedTeamId, this.firstResponse, this.resolution, this.progress.respondedAt(),
				this.progress.resolvedAt(), this.progress.closedAt(), createdAt(), updatedAt(), deletedAt(),
				this.mergedInto);
	}

	long number() {
		return this.number;
	}

	Priority priority() {
		return this.priority;
	}

	/** Returns when there is something to report, or null. */
	@Nullable Instant nextCheckAt() {
		return this.nextCheckAt;
	}

	@Nullable UUID agreementId() {
		return this.agreementId;
	}

}
