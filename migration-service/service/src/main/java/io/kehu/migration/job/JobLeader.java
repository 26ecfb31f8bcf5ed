package io.kehu.migration.job;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;

import io.kehu.migration.job.JobCompletion.JobEnd;
import io.kehu.migration.job.PartStore.StageCounts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads jobs through their stages: offers the parts of a stage to all instances, waits
 * until each has ended, and offers those again whose instance has died.
 */
final class JobLeader {

	private static final Logger log = LoggerFactory.getLogger(JobLeader.class);

	private final JobContext context;

	private final JobCompletion completion;

	private final Worker worker;

	private final OutageRetry retry;

	private final Set<UUID> led = ConcurrentHashMap.newKeySet();

	private volatile ExecutorService threads = JobThreads.cached("migration-leader");

	JobLeader(JobContext context, JobCompletion completion, Worker worker) {
		this.context = context;
		this.completion = completion;
		this.worker = worker;
		this.retry = new OutageRetry(context.properties().outagePause());
		context.metrics().observe(this);
	}

	/** Returns the number of jobs that this instance leads. */
	int jobs() {
		return this.led.size();
	}

	/**
	 * Leads a job to its end in the background, unless that is happening already or this
	 * instance is shutting down.
	 */
	void lead(UUID id) {
		if (this.retry.closed() || !this.led.add(id)) {
			return;
		}
		try {
			this.threads.execute(() -> {
				if (leadToEnd(id)) {
					this.led.remove(id);
				}
			});
		}
		catch (RejectedExecutionException ex) {
			this.led.remove(id);
		}
	}

	/** Returns false when it could not be recorded how the job ended. */
	private boolean leadToEnd(UUID id) {
		try {
			if (this.retry.call(id, () -> this.completion.start(id))) {
				JobEnd end = this.retry.call(id, () -> stages(id));
				this.retry.call(id, () -> this.completion.end(id, end));
			}
			return true;
		}
		catch (JobInterruptedException ex) {
			log.info("Job {} is left to another instance: {}", id, ex.getMessage());
			return true;
		}
		catch (RuntimeException ex) {
			return this.retry.closed() || fail(id, ex);
		}
	}

	private boolean fail(UUID id, RuntimeException failure) {
		log.error("Job {} failed", id, failure);
		try {
			this.retry.call(id, () -> this.completion.end(id, JobEnd.failed(JobFailure.reason(failure))));
			return true;
		}
		catch (RuntimeException ex) {
			log.error("The failure of job {} could not be recorded", id, ex);
			return false;
		}
	}

	/** Stages that are complete are passed at once, so that this can be repeated. */
	private JobEnd stages(UUID id) {
		JobStore.StoredJob job = this.context.jobs().find(id).orElseThrow();
		List<Stage> stages = this.context.kinds().stages(job);
		for (Stage stage : stages) {
			StageCounts counts = complete(stage, this.context.kinds().task(job));
			if (counts.failed() > 0) {
				return JobEnd.failed(this.context.parts().error(id, stage.name()));
			}
			if (counts.stopped() > 0) {
				return JobEnd.stopped();
			}
		}
		return JobEnd.completed(result(id, stages));
	}

	private StageCounts complete(Stage stage, JobTask task) {
		UUID job = task.jobId();
		PartStore parts = this.context.parts();
		parts.offer(job, stage, stage.parts().applyAsInt(task), this.context.instance().id());
		this.worker.look();
		StageCounts counts = counts(job, stage);
		while (counts.open() > 0) {
			LockSupport.parkNanos(this.context.properties().poll().toNanos());
			int attempts = this.context.properties().attempts();
			parts.reclaim(job, stage.name(), attempts, this.context.instance().lease());
			if (counts.stopping() || counts.failed() > 0) {
				parts.cancelWaiting(job, stage.name());
			}
			counts = counts(job, stage);
		}
		return counts;
	}

	private StageCounts counts(UUID job, Stage stage) {
		if (this.retry.closed()) {
			throw new JobInterruptedException("This instance is shutting down");
		}
		return this.context.parts()
			.counts(job, stage.name(), this.context.instance().id())
			.orElseThrow(() -> new JobInterruptedException("It has another leader now"));
	}

	/** Returns the last result of any part. */
	private @Nullable String result(UUID job, List<Stage> stages) {
		String last = null;
		for (Stage stage : stages) {
			for (String result : this.context.parts().results(job, stage.name())) {
				last = result;
			}
		}
		return last;
	}

	void start() {
		this.threads = JobThreads.cached("migration-leader");
		this.retry.open();
	}

	/** Stops leading, so that other instances take over. */
	void stop() {
		this.retry.close();
		JobThreads.stop(this.threads);
	}

}
