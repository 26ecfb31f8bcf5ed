package io.kehu.order.opportunity;

import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;

import org.springframework.stereotype.Service;

/**
 * Wins, loses and reopens opportunities by the rules of their pipelines.
 */
@Service
class OpportunityClosings {

	private final RecordStore<OpportunityDetails, Opportunity, OpportunityView> opportunities;

	private final PipelineStages pipelines;

	OpportunityClosings(RecordStore<OpportunityDetails, Opportunity, OpportunityView> opportunities,
			PipelineStages pipelines) {
		this.opportunities = opportunities;
		this.pipelines = pipelines;
	}

	/**
	 * Ends an opportunity.
	 * @throws ProblemException 400 if the pipeline does not have the reason, or requires
	 * one; 409 if the opportunity is closed
	 */
	OpportunityView close(UUID id, ExpectedVersion expected, Outcome outcome, Closing closing) {
		return this.opportunities.act(id, expected, (record, now) -> {
			record.progress().checkOpen((outcome == Outcome.WON) ? "win" : "lose");
			check(this.pipelines.hold(record.progress().pipelineId()), outcome, closing);
			return record.close(outcome, closing, now);
		});
	}

	private static void check(PipelineDetails pipeline, Outcome outcome, Closing closing) {
		var keys = pipeline.reasons()
			.stream()
			.filter((reason) -> reason.outcome() == outcome)
			.map(CloseReason::key)
			.toList();
		if (closing.reason() == null && outcome == Outcome.LOST && !keys.isEmpty()) {
			throw ProblemException.invalid("/reason", "required", "must be one of " + keys);
		}
		if (closing.reason() != null && !keys.contains(closing.reason())) {
			throw ProblemException.invalid("/reason", "unknown_reason", "must be one of " + keys);
		}
		if (outcome == Outcome.WON && closing.competitor() != null) {
			throw ProblemException.invalid("/competitor", "invalid_value",
					"can only be given for an opportunity that is lost");
		}
	}

	/**
	 * Reopens an opportunity in the stage in which it ended.
	 * @throws ProblemException 409 if it is open, or the pipeline no longer has the stage
	 */
	OpportunityView reopen(UUID id, ExpectedVersion expected) {
		return this.opportunities.act(id, expected, (record, now) -> {
			PipelineDetails pipeline = this.pipelines.hold(record.progress().pipelineId());
			if (pipeline.stages().stream().noneMatch((stage) -> stage.key().equals(record.progress().stage()))) {
				throw ProblemException.conflict("/stage", "unknown_stage",
						"the pipeline no longer has the stage " + record.progress().stage());
			}
			return record.reopen(now);
		});
	}

}
