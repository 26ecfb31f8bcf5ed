package io.kehu.migration.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Creates the views of jobs.
 */
@Component
class JobViews {

	private final JobStore jobs;

	private final PartStore parts;

	private final JsonMapper json;

	private final Clock clock;

	JobViews(JobStore jobs, PartStore parts, JsonMapper json, Clock clock) {
		this.jobs = jobs;
		this.parts = parts;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Returns a job with its progress.
	 * @throws ProblemException 404 if there is none
	 */
	JobView get(UUID id) {
		return view(this.jobs.find(id).orElseThrow(() -> ProblemException.notFound("job", id)));
	}

	private JobView view(JobStore.StoredJob job) {
		Instant started = job.startedAt();
		JobProgress progress = null;
		if (started != null) {
			Instant finished = job.finishedAt();
			Instant until = (finished != null && job.status().ended()) ? finished : this.clock.instant();
			progress = JobProgress.of(this.parts.counts(job.id()), job.total(), job.doneBefore(),
					Duration.between(started, until), job.status());
		}
		return new JobView(job.id(), job.version(), job.kind(), job.status(), job.dataSetId(), tree(job.task()),
				progress, optionalTree(job.result()), job.error(), job.createdBy(), job.createdAt(), started,
				job.finishedAt());
	}

	private JsonNode tree(String text) {
		return this.json.readTree(text);
	}

	private @Nullable JsonNode optionalTree(@Nullable String text) {
		return (text != null) ? tree(text) : null;
	}

}
