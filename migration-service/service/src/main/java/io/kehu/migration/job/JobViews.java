package io.kehu.migration.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.kehu.migration.access.StewardAccess;
import io.kehu.platform.access.AccessLevel;
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

	private final StewardAccess access;

	JobViews(JobStore jobs, PartStore parts, JsonMapper json, Clock clock, StewardAccess access) {
		this.jobs = jobs;
		this.parts = parts;
		this.json = json;
		this.clock = clock;
		this.access = access;
	}

	/**
	 * Returns a job with its progress.
	 * @throws ProblemException 404 if there is none
	 */
	JobView get(UUID id) {
		return view(this.jobs.find(id).orElseThrow(() -> ProblemException.notFound("job", id)));
	}

	/**
	 * Checks the caller's access to a job.
	 * @throws ProblemException 404 or 403 if there is none
	 */
	void check(AccessLevel level, UUID id) {
		this.access.check(MigrationJob.class, level, id, "job");
	}

	/**
	 * Checks that the caller may see what a job has found.
	 * @throws ProblemException 403 if that contains customers that the caller may not see
	 */
	void checkLive(UUID id) {
		this.access.checkLive(this.jobs.live(id));
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
