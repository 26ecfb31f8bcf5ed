package io.kehu.order.opportunity;

import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordLocks;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Moves opportunities on the board. Moves within a stage happen one after the other, and
 * each changes only the opportunity that moves, so that none undoes another.
 */
@Service
class Board {

	private static final String NEIGHBOUR = """
			select o.rank as rank, o.stage as stage, o.status as status, o.pipeline_id as pipeline from opportunity o
			where o.id = :neighbour and %s""";

	private final RecordStore<OpportunityDetails, Opportunity, OpportunityView> opportunities;

	private final PipelineStages pipelines;

	private final BoardRanks ranks;

	private final OpportunitySelection selection;

	private final RecordLocks locks;

	Board(RecordStore<OpportunityDetails, Opportunity, OpportunityView> opportunities, PipelineStages pipelines,
			BoardRanks ranks, OpportunitySelection selection, RecordLocks locks) {
		this.opportunities = opportunities;
		this.pipelines = pipelines;
		this.ranks = ranks;
		this.selection = selection;
		this.locks = locks;
	}

	/**
	 * Moves an opportunity. If one of two neighbours has left the stage in the meantime,
	 * the other one counts.
	 * @throws ProblemException 409 if all named neighbours have left the stage, or the
	 * opportunity is closed
	 */
	OpportunityView move(UUID id, ExpectedVersion expected, BoardMove move) {
		return this.opportunities.act(id, expected, (record, now) -> {
			record.progress().checkOpen("move");
			UUID pipeline = record.progress().pipelineId();
			StageOfPipeline.check(this.pipelines.hold(pipeline), move.stage());
			this.locks.lock("opportunity:board:%s:%s".formatted(pipeline, move.stage()));
			return record.move(move.stage(), place(id, pipeline, move), now);
		});
	}

	private String place(UUID id, UUID pipeline, BoardMove move) {
		if (move.after() == null && move.before() == null) {
			return this.ranks.last();
		}
		Optional<String> after = neighbour("/after", move.after(), id, pipeline, move.stage());
		Optional<String> before = neighbour("/before", move.before(), id, pipeline, move.stage());
		return after.map((rank) -> this.ranks.after(rank, pipeline, move.stage(), id))
			.or(() -> before.map((rank) -> this.ranks.before(rank, pipeline, move.stage(), id)))
			.orElseThrow(() -> ProblemException.conflict((move.after() != null) ? "/after" : "/before",
					"neighbour_moved", "is not an open opportunity of this stage any more"));
	}

	/** Returns the rank of a neighbour if it is on the board in this stage. */
	private Optional<String> neighbour(String pointer, @Nullable UUID neighbour, UUID moved, UUID pipeline,
			String stage) {
		if (neighbour == null) {
			return Optional.empty();
		}
		if (neighbour.equals(moved)) {
			throw ProblemException.invalid(pointer, "invalid_value", "must be another opportunity");
		}
		Tuple found = this.selection
			.select(NEIGHBOUR, this.selection.where(null, null, null).with("neighbour", neighbour))
			.stream()
			.findFirst()
			.orElseThrow(() -> ProblemException.invalid(pointer, "unknown_reference",
					"there is no opportunity with this id"));
		boolean there = found.get("status", String.class).equals(OpportunityStatus.OPEN.name())
				&& found.get("pipeline", UUID.class).equals(pipeline) && found.get("stage", String.class).equals(stage);
		return there ? Optional.of(found.get("rank", String.class)) : Optional.empty();
	}

}
