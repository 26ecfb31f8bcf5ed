package io.kehu.migration.job;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as the outside sees it.
 *
 * @param id its id
 * @param version goes up with each change of its status
 * @param kind what it does
 * @param status where it stands
 * @param dataSetId the data set that it is about
 * @param task what was asked for
 * @param progress how far it is
 * @param result what it gave
 * @param error why it failed
 * @param createdBy who asked for it
 * @param createdAt when
 * @param startedAt when it was started, the last time
 * @param finishedAt when it ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(UUID id, long version, String kind, JobStatus status, @Nullable UUID dataSetId, JsonNode task,
		@Nullable JobProgress progress, @Nullable JsonNode result, @Nullable String error, String createdBy,
		Instant createdAt, @Nullable Instant startedAt, @Nullable Instant finishedAt) {

	/** The same without progress, as events tell it. */
	JobView settled() {
		return new JobView(this.id, this.version, this.kind, this.status, this.dataSetId, this.task, null, this.result,
				this.error, this.createdBy, this.createdAt, this.startedAt, this.finishedAt);
	}

}
