package io.kehu.migration.job;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.kehu.platform.problem.Outage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.dao.DataAccessException;

/**
 * One part while an instance works on it.
 */
public final class PartRun {

	private static final long FLUSH_NANOS = 400_000_000L;

	private final PartStore.Claim claim;

	private final UUID instance;

	private final JobTask task;

	private final PartStore parts;

	private final JsonMapper json;

	private final Thread worker = Thread.currentThread();

	private long done;

	private long flushed = System.nanoTime();

	private @Nullable String result;

	PartRun(PartStore.Claim claim, UUID instance, JobTask task, PartStore parts, JsonMapper json) {
		this.claim = claim;
		this.instance = instance;
		this.task = task;
		this.parts = parts;
		this.json = json;
	}

	/** What the job is to do. */
	public JobTask task() {
		return this.task;
	}

	/** The part's number in its stage, from 0. */
	public int number() {
		return this.claim.part().number();
	}

	/**
	 * Tell that some of the part's work is done; to be called often, by any thread.
	 * @param more how much, in the unit of the job's total
	 * @throws JobInterruptedException when the job shall stop, or another instance has
	 * taken over the part
	 */
	public synchronized void progress(long more) throws JobInterruptedException {
		this.done += more;
		long now = System.nanoTime();
		if (now - this.flushed > FLUSH_NANOS) {
			this.flushed = now;
			if (stop() || this.worker.isInterrupted()) {
				throw new JobInterruptedException("The job was stopped");
			}
		}
	}

	/** While the database is away the work goes on. */
	private boolean stop() throws JobInterruptedException {
		try {
			return this.parts.progress(this.claim, this.instance, this.done)
				.orElseThrow(() -> new JobInterruptedException("Another instance has taken over this part"));
		}
		catch (DataAccessException ex) {
			if (Outage.causes(ex)) {
				return false;
			}
			throw ex;
		}
	}

	/** Keep what the part gives, for later stages and as the job's result. */
	public void result(Object value) {
		this.result = this.json.writeValueAsString(value);
	}

	/** What the parts of an earlier stage gave, by number. */
	public <T> List<T> results(String stage, Class<T> type) {
		return this.parts.parts(this.claim.part().jobId(), stage)
			.stream()
			.map(PartStore.StoredPart::result)
			.filter(Objects::nonNull)
			.map((text) -> this.json.readValue(text, type))
			.toList();
	}

	synchronized PartStore.PartEnd end(@Nullable String error) {
		return new PartStore.PartEnd(this.result, error, this.done);
	}

}
