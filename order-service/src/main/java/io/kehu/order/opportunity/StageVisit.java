package io.kehu.order.opportunity;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The time that an opportunity spends in a stage.
 *
 * @param leftAt when it left the stage, or null if it is still there
 * @param outcome how it ended in this stage, or null if it moved on or is still there
 * @param next the key of the stage that it moved to, or null
 */
record StageVisit(UUID pipelineId, String stage, Instant enteredAt, @Nullable Instant leftAt, @Nullable Outcome outcome,
		@Nullable String next) {

	StageVisit left(Instant at, @Nullable Outcome with, @Nullable String following) {
		return new StageVisit(this.pipelineId, this.stage, this.enteredAt, at, with, following);
	}

}
