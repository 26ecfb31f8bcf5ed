package io.kehu.migration.job;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

import io.kehu.migration.job.JobStore.StoredJob;
import io.kehu.migration.job.PartStore.PartClaim;
import io.kehu.platform.problem.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Claims parts and works on them, several at once.
 */
final class Worker {

	private static final Logger log = LoggerFactory.getLogger(Worker.class);

	private final JobContext context;

	private final JsonMapper json;

	private final OutageRetry retry;

	private final Semaphore free;

	private volatile ExecutorService threads = JobThreads.cached("migration-worker");

	Worker(JobContext context, JsonMapper json) {
		this.context = context;
		this.json = json;
		this.retry = new OutageRetry(context.properties().outagePause());
		this.free = new Semaphore(context.properties().workers());
		context.metrics().observe(this, context.properties().workers());
	}

	/** Returns the number of parts that this instance works on. */
	int busy() {
		return this.context.properties().workers() - this.free.availablePermits();
	}

	/** Claims as many parts as this instance has capacity for, and returns at once. */
	void look() {
		while (!this.retry.closed() && this.free.tryAcquire()) {
			Optional<PartClaim> claim = Optional.empty();
			try {
				claim = claim();
			}
			finally {
				if (claim.isEmpty()) {
					this.free.release();
				}
			}
			if (claim.isEmpty()) {
				return;
			}
			PartClaim claimed = claim.get();
			this.threads.execute(() -> work(claimed));
		}
	}

	/** Claims one after the other, so that each sees the parts claimed before. */
	private synchronized Optional<PartClaim> claim() {
		return this.context.parts().claim(this.context.instance().id());
	}

	private void work(PartClaim claim) {
		try {
			StoredJob job = this.retry.call(claim, () -> this.context.jobs().find(claim.job()).orElseThrow());
			BooleanSupplier end = run(job, claim);
			if (!this.retry.call(claim, end::getAsBoolean)) {
				log.info("{} belongs to another instance now", claim);
			}
		}
		catch (RuntimeException ex) {
			log.warn("The end of {} was not recorded: {}", claim, ex.toString());
		}
		finally {
			this.free.release();
		}
		lookAgain();
	}

	private void lookAgain() {
		try {
			look();
		}
		catch (RuntimeException ex) {
			log.debug("The next beat looks for work again: {}", ex.toString());
		}
	}

	/** Returns the transition that records how the part ended. */
	private BooleanSupplier run(StoredJob job, PartClaim claim) {
		long started = System.nanoTime();
		PartStore parts = this.context.parts();
		PartRun part = new PartRun(claim, this.context.kinds().task(job), parts, this.context.properties().progress(),
				this.json);
		try {
			this.context.kinds().stage(job, claim.stage()).work().on(part);
			record(job, JobMetrics.Outcome.DONE, started);
			return () -> parts.end(claim, part.end(PartState.DONE, null));
		}
		catch (Exception | Error ex) {
			record(job, outcome(part, ex), started);
			return failed(claim, part, ex);
		}
		finally {
			// The interruption has served its purpose, and would only fail what follows
			boolean unused = Thread.interrupted();
		}
	}

	private void record(StoredJob job, JobMetrics.Outcome outcome, long started) {
		this.context.metrics().worked(job.kind(), outcome, Duration.ofNanos(System.nanoTime() - started));
	}

	private JobMetrics.Outcome outcome(PartRun part, Throwable failure) {
		if (this.retry.closed()) {
			return JobMetrics.Outcome.RETURNED;
		}
		if (part.interrupted()) {
			return JobMetrics.Outcome.STOPPED;
		}
		return Outage.causes(failure) ? JobMetrics.Outcome.RETURNED : JobMetrics.Outcome.FAILED;
	}

	private BooleanSupplier failed(PartClaim claim, PartRun part, Throwable failure) {
		PartStore parts = this.context.parts();
		if (this.retry.closed()) {
			return () -> parts.release(claim);
		}
		if (part.interrupted()) {
			return () -> parts.end(claim, part.end(PartState.STOPPED, null));
		}
		if (Outage.causes(failure)) {
			log.warn("{} lost the database and is to be repeated: {}", claim, failure.toString());
			return () -> parts.giveBack(claim, this.context.properties().attempts());
		}
		String reason = JobFailure.reason(failure);
		if (reason.equals(JobFailure.INTERNAL)) {
			log.error("{} failed", claim, failure);
		}
		return () -> parts.end(claim, part.end(PartState.FAILED, reason));
	}

	void start() {
		this.threads = JobThreads.cached("migration-worker");
		this.retry.open();
	}

	/** Stops working, and releases the unfinished parts to other instances. */
	void stop() {
		this.retry.close();
		JobThreads.stop(this.threads);
	}

}
