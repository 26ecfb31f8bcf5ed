package io.kehu.migration.job;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes that jobs begin and end, with what follows from it, in one transaction.
 */
@Service
class JobEnds {

	private final JobStore jobs;

	private final JobReading reading;

	private final Map<String, JobKind> kinds;

	private final Instance instance;

	private final JobEvents events;

	private final JsonMapper json;

	JobEnds(JobStore jobs, JobReading reading, Map<String, JobKind> kinds, Instance instance, JobEvents events,
			JsonMapper json) {
		this.jobs = jobs;
		this.reading = reading;
		this.kinds = JobConfiguration.byName(kinds);
		this.instance = instance;
		this.events = events;
		this.json = json;
	}

	/**
	 * Notes that a job begins.
	 * @return false when another instance leads it, or when it has ended already
	 */
	@Transactional
	public boolean start(UUID id) {
		if (!this.jobs.start(id, this.instance.id())) {
			return false;
		}
		this.events.started(this.reading.get(id));
		return true;
	}

	/** Notes how a job ended, unless another instance leads it. */
	@Transactional
	public void end(UUID id, JobStatus status, @Nullable String result, @Nullable String error) {
		if (!this.jobs.end(id, this.instance.id(), status, result, error)) {
			return;
		}
		JobStore.StoredJob job = this.jobs.find(id).orElseThrow();
		JobKind kind = Objects.requireNonNull(this.kinds.get(job.kind()));
		JobTask task = new JobTask(id, job.task(), this.json);
		if (status == JobStatus.COMPLETED) {
			kind.completed(task);
		}
		else if (status == JobStatus.FAILED) {
			kind.failed(task, Objects.requireNonNullElse(error, ""));
		}
		this.events.finished(this.reading.get(id));
	}

}
