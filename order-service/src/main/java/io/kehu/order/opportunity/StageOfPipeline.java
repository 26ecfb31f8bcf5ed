package io.kehu.order.opportunity;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ChunkCheck;
import io.kehu.platform.record.RecordCheck;

import org.springframework.util.function.SingletonSupplier;

/**
 * Checks that the stage of an opportunity is one of its pipeline's.
 */
record StageOfPipeline(PipelineStages pipelines) implements ChunkCheck<OpportunityDetails> {

	@Override
	public RecordCheck<OpportunityDetails> prepare(Collection<OpportunityDetails> chunk) {
		Set<UUID> ids = chunk.stream().map(OpportunityDetails::pipelineId).collect(Collectors.toSet());
		SingletonSupplier<Map<UUID, PipelineDetails>> held = SingletonSupplier.of(() -> this.pipelines.hold(ids));
		return (candidate) -> {
			OpportunityDetails details = candidate.details();
			if (candidate.restored() || candidate.changes(OpportunityDetails::stage)
					|| candidate.changes(OpportunityDetails::pipelineId)) {
				PipelineDetails pipeline = held.obtain().get(details.pipelineId());
				if (pipeline != null) {
					check(pipeline, details.stage());
				}
			}
		};
	}

	/**
	 * Checks a stage.
	 * @throws ProblemException 400 if the pipeline does not have it
	 */
	static void check(PipelineDetails pipeline, String stage) {
		if (pipeline.stages().stream().noneMatch((one) -> one.key().equals(stage))) {
			throw ProblemException.invalid("/stage", "unknown_stage",
					"must be one of " + pipeline.stages().stream().map(Stage::key).toList());
		}
	}

}
