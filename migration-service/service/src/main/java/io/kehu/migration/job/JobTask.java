package io.kehu.migration.job;

import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

/**
 * The task of a job.
 */
public final class JobTask {

	private final UUID jobId;

	private final String content;

	private final JsonMapper json;

	JobTask(UUID jobId, String content, JsonMapper json) {
		this.jobId = jobId;
		this.content = content;
		this.json = json;
	}

	/** Returns the id of the job. */
	public UUID jobId() {
		return this.jobId;
	}

	/** Returns the task as it was passed to {@link Jobs#begin}. */
	public <T> T as(Class<T> type) {
		return this.json.readValue(this.content, type);
	}

}
