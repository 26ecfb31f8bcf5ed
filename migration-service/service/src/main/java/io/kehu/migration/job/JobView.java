package io.kehu.migration.job;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as clients see it.
 *
 * @param id the id
 * @param version a number that increases with each change of the status
 * @param kind the kind of job
 * @param status the status
 * @param dataSetId the data set that the job belongs to
 * @param task the task as it was requested
 * @param progress the progress, once the job has started
 * @param result the result of a completed job
 * @param error the reason why the job failed
 * @param createdBy the name of the caller who created the job
 * @param createdAt the time of creation
 * @param startedAt the time of the latest start
 * @param finishedAt the time at which the job ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(UUID id, long version, String kind, JobStatus status, @Nullable UUID dataSetId, JsonNode task,
		@Nullable JobProgress progress, @Nullable JsonNode result, @Nullable String error, String createdBy,
		Instant createdAt, @Nullable Instant startedAt, @Nullable Instant finishedAt) {

	/** Returns this view without its progress, for events. */
	JobView settled() {
		return new JobView(this.id, this.version, this.kind, this.status, this.dataSetId, this.task, null, this.result,
				this.error, this.createdBy, this.createdAt, this.startedAt, this.finishedAt);
	}

}
