package io.kehu.migration.job;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.kehu.platform.problem.Outage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Takes parts and works on them, several at once.
 */
final class Worker {

	private static final Logger log = LoggerFactory.getLogger(Worker.class);

	private static final long OUTAGE_NANOS = 1_000_000_000L;

	private static final String OURS = "Something went wrong here; it has been noted.";

	private final Map<String, JobKind> kinds;

	private final JobRepository repository;

	private final JobCrew crew;

	private final JsonMapper json;

	private final Semaphore free;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "migration-worker");
		thread.setDaemon(true);
		return thread;
	});

	private volatile boolean closed;

	Worker(Map<String, JobKind> kinds, JobRepository repository, JobCrew crew, JsonMapper json) {
		this.kinds = kinds;
		this.repository = repository;
		this.crew = crew;
		this.json = json;
		this.free = new Semaphore(crew.properties().workers());
	}

	/** Takes as many parts as there is time for; returns at once. */
	void look() {
		while (!this.closed && this.free.tryAcquire()) {
			Optional<PartStore.Claim> claim = Optional.empty();
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
			PartStore.Claim taken = claim.get();
			this.threads.execute(() -> work(taken));
		}
	}

	/** One after the other, so that each sees what this instance works on already. */
	private synchronized Optional<PartStore.Claim> claim() {
		return this.crew.parts().claim(this.crew.instance().id());
	}

	private void work(PartStore.Claim claim) {
		try {
			run(claim);
		}
		catch (RuntimeException ex) {
			if (Outage.causes(ex)) {
				giveBack(claim);
			}
			else {
				log.error("A part was left: {}", claim, ex);
				end(claim, PartState.FAILED, new PartStore.PartEnd(null, OURS, null));
			}
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
			log.debug("The next look for work is later: {}", ex.toString());
		}
	}

	private void run(PartStore.Claim claim) {
		PartKey key = claim.part();
		JobStore.StoredJob job = this.crew.jobs().find(key.jobId()).orElseThrow();
		JobTask task = new JobTask(key.jobId(), job.task(), this.json);
		PartRun part = new PartRun(claim, this.crew.instance().id(), task, this.crew.parts(), this.json);
		Stage stage = Objects.requireNonNull(this.kinds.get(job.kind()))
			.stages(task)
			.stream()
			.filter((one) -> one.name().equals(key.stage()))
			.findFirst()
			.orElseThrow();
		StepExecution execution = Objects.requireNonNull(this.repository.getStepExecution(claim.stepExecution()));
		try {
			new PartStep(this.repository, stage.work(), part).execute(execution);
		}
		catch (org.springframework.batch.core.job.JobInterruptedException ex) {
			execution.setStatus(BatchStatus.STOPPED);
		}
		PartState state = state(execution.getStatus());
		if (state == PartState.FAILED && away(execution)) {
			giveBack(claim);
		}
		else {
			end(claim, state, part.end(error(execution)));
		}
	}

	/** Whether the database was away, or how it ended could not be written down. */
	private static boolean away(StepExecution execution) {
		return execution.getStatus() == BatchStatus.UNKNOWN
				|| execution.getFailureExceptions().stream().anyMatch(Outage::causes);
	}

	private static PartState state(BatchStatus status) {
		if (status == BatchStatus.COMPLETED) {
			return PartState.DONE;
		}
		return (status == BatchStatus.STOPPED || status == BatchStatus.STOPPING) ? PartState.STOPPED : PartState.FAILED;
	}

	private static @Nullable String error(StepExecution execution) {
		if (execution.getStatus() != BatchStatus.FAILED) {
			return null;
		}
		for (Throwable failure : execution.getFailureExceptions()) {
			String reason = JobFailure.reason(failure);
			if (reason != null) {
				return reason;
			}
		}
		execution.getFailureExceptions().forEach((failure) -> log.error("A part failed", failure));
		return OURS;
	}

	/** Ours alone: another instance's state is left as it is. */
	private void end(PartStore.Claim claim, PartState state, PartStore.PartEnd end) {
		note(claim, () -> this.crew.parts().end(claim, this.crew.instance().id(), state, end));
	}

	private void giveBack(PartStore.Claim claim) {
		log.warn("The database was away; to be done again: {}", claim.part());
		note(claim,
				() -> this.crew.parts().giveBack(claim, this.crew.instance().id(), this.crew.properties().attempts()));
	}

	/**
	 * Waits for the database as long as it takes: nobody else knows that the part ended.
	 */
	private void note(PartStore.Claim claim, BooleanSupplier note) {
		while (true) {
			try {
				if (!note.getAsBoolean()) {
					log.warn("Another instance has taken over {}", claim.part());
				}
				return;
			}
			catch (RuntimeException ex) {
				log.warn("It could not be noted how {} ended: {}", claim.part(), ex.toString());
				if (!Outage.causes(ex) || this.closed) {
					return;
				}
				LockSupport.parkNanos(OUTAGE_NANOS);
			}
		}
	}

	/** Stops; what is not done by then is done by others. */
	void close() {
		this.closed = true;
		this.threads.shutdownNow();
		try {
			this.threads.awaitTermination(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
