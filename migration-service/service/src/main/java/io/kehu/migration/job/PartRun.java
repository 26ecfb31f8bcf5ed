package io.kehu.migration.job;

import java.time.Duration;
import java.util.List;

import io.kehu.platform.problem.Outage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;

/**
 * A part while an instance works on it.
 */
public final class PartRun {

	private final PartStore.PartClaim claim;

	private final JobTask task;

	private final PartStore parts;

	private final long interval;

	private final JsonMapper json;

	private final Thread worker = Thread.currentThread();

	private long done;

	private long recorded = System.nanoTime();

	private @Nullable JobInterruptedException interruption;

	private @Nullable String result;

	PartRun(PartStore.PartClaim claim, JobTask task, PartStore parts, Duration interval, JsonMapper json) {
		this.claim = claim;
		this.task = task;
		this.parts = parts;
		this.interval = interval.toNanos();
		this.json = json;
	}

	/** Returns the task of the job. */
	public JobTask task() {
		return this.task;
	}

	/** Returns the number of the part in its stage, starting from 0. */
	public int number() {
		return this.claim.number();
	}

	/**
	 * Reports progress; to be called often, from any thread.
	 * @param more the additional work done, in the unit of the job's total
	 * @throws java.util.concurrent.CancellationException if the job is to stop or the
	 * part belongs to another instance now; again on each later call, since several
	 * threads may be at work
	 */
	public synchronized void progress(long more) {
		this.done += more;
		long now = System.nanoTime();
		if (this.interruption == null && now - this.recorded > this.interval) {
			this.recorded = now;
			this.interruption = record();
		}
		if (this.interruption != null) {
			throw this.interruption;
		}
	}

	/** The work goes on while the database is unavailable. */
	private @Nullable JobInterruptedException record() {
		if (this.worker.isInterrupted()) {
			return new JobInterruptedException("This instance is shutting down");
		}
		try {
			return switch (this.parts.progress(this.claim, this.done)) {
				case GO_ON -> null;
				case STOP -> new JobInterruptedException("The job is to stop");
				case LOST -> new JobInterruptedException("The part belongs to another instance now");
			};
		}
		catch (DataAccessException ex) {
			if (Outage.causes(ex)) {
				return null;
			}
			throw ex;
		}
	}

	synchronized boolean interrupted() {
		return this.interruption != null;
	}

	/** Keeps the result of this part for later stages and as the result of the job. */
	public void result(Object value) {
		this.result = this.json.writeValueAsString(value);
	}

	/** Returns the results of an earlier stage in the order of its parts. */
	public <T> List<T> results(String stage, Class<T> type) {
		return this.parts.results(this.claim.job(), stage)
			.stream()
			.map((text) -> this.json.readValue(text, type))
			.toList();
	}

	synchronized PartStore.PartEnd end(PartState state, @Nullable String error) {
		return new PartStore.PartEnd(state, this.result, error, this.done);
	}

}
