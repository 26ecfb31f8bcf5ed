package io.kehu.order.opportunity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
 * The status and the stage of an opportunity, and when it was in which stage.
 */
@Embeddable
class OpportunityProgress {

	@Enumerated(EnumType.STRING)
	private OpportunityStatus status;

	private UUID pipelineId;

	private String stage;

	private Instant stageEnteredAt;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<StageVisit> visits;

	private @Nullable String reason;

	private @Nullable String competitor;

	private @Nullable String note;

	private @Nullable Instant closedAt;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected OpportunityProgress() {
	}

	/** Begins in a stage. */
	OpportunityProgress(UUID pipeline, String stage, Instant now) {
		this.status = OpportunityStatus.OPEN;
		this.pipelineId = pipeline;
		this.stage = stage;
		this.stageEnteredAt = now;
		this.visits = List.of(new StageVisit(pipeline, stage, now, null, null, null));
	}

	boolean isIn(UUID pipeline, String key) {
		return this.pipelineId.equals(pipeline) && this.stage.equals(key);
	}

	/**
	 * Checks that the opportunity can be moved to another stage.
	 * @throws ProblemException 409 if it is closed
	 */
	void checkOpen(String intent) {
		if (this.status != OpportunityStatus.OPEN) {
			throw ProblemException.conflict("/status", "invalid_transition",
					"%s is not possible while the opportunity is %s; reopen it first".formatted(intent, this.status));
		}
	}

	/** Enters another stage. */
	void enter(UUID pipeline, String key, Instant now) {
		Instant at = notBeforeLast(now);
		leave(at, null, key);
		this.pipelineId = pipeline;
		this.stage = key;
		add(at);
	}

	/**
	 * Ends the opportunity.
	 * @throws ProblemException 409 if it is closed
	 */
	void close(Outcome outcome, Closing closing, Instant now) {
		checkOpen((outcome == Outcome.WON) ? "win" : "lose");
		Instant at = notBeforeLast(now);
		leave(at, outcome, null);
		this.status = outcome.status();
		this.reason = closing.reason();
		this.competitor = closing.competitor();
		this.note = closing.note();
		this.closedAt = at;
	}

	/**
	 * Reopens the opportunity in the stage in which it ended.
	 * @throws ProblemException 409 if it is open
	 */
	void reopen(Instant now) {
		if (this.status == OpportunityStatus.OPEN) {
			throw ProblemException.conflict("/status", "invalid_transition",
					"reopen is not possible while the opportunity is open; possible are [win, lose, move]");
		}
		this.status = OpportunityStatus.OPEN;
		this.reason = null;
		this.competitor = null;
		this.note = null;
		this.closedAt = null;
		add(notBeforeLast(now));
	}

	private void leave(Instant at, @Nullable Outcome outcome, @Nullable String next) {
		List<StageVisit> all = new ArrayList<>(this.visits);
		int last = all.size() - 1;
		all.set(last, all.get(last).left(at, outcome, next));
		this.visits = List.copyOf(all);
	}

	private void add(Instant at) {
		List<StageVisit> all = new ArrayList<>(this.visits);
		all.add(new StageVisit(this.pipelineId, this.stage, at, null, null, null));
		this.visits = List.copyOf(all);
		this.stageEnteredAt = at;
	}

	/** Instances whose clocks differ must not turn the order of changes around. */
	private Instant notBeforeLast(Instant now) {
		StageVisit last = this.visits.get(this.visits.size() - 1);
		Instant latest = (last.leftAt() != null) ? last.leftAt() : last.enteredAt();
		return now.isBefore(latest) ? latest : now;
	}

	OpportunityStatus status() {
		return this.status;
	}

	UUID pipelineId() {
		return this.pipelineId;
	}

	String stage() {
		return this.stage;
	}

	Instant stageEnteredAt() {
		return this.stageEnteredAt;
	}

	List<StageVisit> visits() {
		return this.visits;
	}

	@Nullable String reason() {
		return this.reason;
	}

	@Nullable String competitor() {
		return this.competitor;
	}

	@Nullable String note() {
		return this.note;
	}

	@Nullable Instant closedAt() {
		return this.closedAt;
	}

}
