package io.kehu.customer.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.problem.ProblemException;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The status of a case, and when it had which, from which the clocks are calculated.
 */
@Embeddable
class CaseProgress {

	@Enumerated(EnumType.STRING)
	private CaseStatus status;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<StatusChange> statuses;

	private @Nullable Instant respondedAt;

	private @Nullable Instant resolvedAt;

	private @Nullable Instant closedAt;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected CaseProgress() {
	}

	/** Begins with a new case. */
	CaseProgress(Instant now) {
		this.status = CaseStatus.NEW;
		this.statuses = List.of(new StatusChange(now, CaseStatus.NEW));
	}

	/**
	 * Takes a step.
	 * @return whether anything has changed
	 * @throws ProblemException 409 if the step is not possible
	 */
	boolean take(CaseStep step, Instant now) {
		CaseStatus next = step.from(this.status);
		Instant at = notBeforeLast(now);
		boolean changes = next != this.status;
		if (changes) {
			List<StatusChange> all = new ArrayList<>(this.statuses);
			all.add(new StatusChange(at, next));
			this.statuses = List.copyOf(all);
			this.status = next;
			this.resolvedAt = (next == CaseStatus.RESOLVED) ? at : ended(this.resolvedAt);
			this.closedAt = (next == CaseStatus.CLOSED) ? at : null;
		}
		// A resolution is a response, too
		boolean answers = step == CaseStep.RESPOND || step == CaseStep.RESOLVE;
		return (answers && answer(at)) || changes;
	}

	private @Nullable Instant ended(@Nullable Instant moment) {
		return (this.status == CaseStatus.CLOSED) ? moment : null;
	}

	/**
	 * Notes a response, which opens a new case.
	 * @return whether it is the first one
	 */
	boolean answered(Instant now) {
		return (this.status == CaseStatus.NEW) ? take(CaseStep.RESPOND, now) : answer(notBeforeLast(now));
	}

	private boolean answer(Instant at) {
		boolean first = this.respondedAt == null;
		this.respondedAt = first ? at : this.respondedAt;
		return first;
	}

	/** Instances whose clocks differ must not turn the order of changes around. */
	private Instant notBeforeLast(Instant now) {
		Instant last = this.statuses.get(this.statuses.size() - 1).at();
		return now.isBefore(last) ? last : now;
	}

	CaseStatus status() {
		return this.status;
	}

	List<StatusChange> statuses() {
		return this.statuses;
	}

	@Nullable Instant respondedAt() {
		return this.respondedAt;
	}

	@Nullable Instant resolvedAt() {
		return this.resolvedAt;
	}

	@Nullable Instant closedAt() {
		return this.closedAt;
	}

}
