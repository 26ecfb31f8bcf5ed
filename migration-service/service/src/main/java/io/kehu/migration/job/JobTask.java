package io.kehu.migration.job;

import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

/**
 * What a job is to do.
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

	/** The job's id. */
	public UUID jobId() {
		return this.jobId;
	}

	/** What was asked for, as it was given when the job was begun. */
	public <T> T as(Class<T> type) {
		return this.json.readValue(this.content, type);
	}

}
