package io.kehu.migration.job;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.kehu.platform.problem.Outage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Leads jobs through their stages, each as a job of Spring Batch.
 */
final class JobLeader {

	private static final Logger log = LoggerFactory.getLogger(JobLeader.class);

	private static final int ATTEMPTS = 60;

	private static final long PAUSE_NANOS = 250_000_000L;

	private static final long OUTAGE_NANOS = 1_000_000_000L;

	private final Map<String, JobKind> kinds;

	private final JobRepository repository;

	private final JobOperator operator;

	private final JobCrew crew;

	private final JobEnds ends;

	private final JsonMapper json;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "migration-leader");
		thread.setDaemon(true);
		return thread;
	});

	JobLeader(Map<String, JobKind> kinds, JobRepository repository, JobOperator operator, JobEnds ends, JobCrew crew,
			JsonMapper json) {
		this.kinds = kinds;
		this.repository = repository;
		this.operator = operator;
		this.ends = ends;
		this.crew = crew;
		this.json = json;
	}

	/**
	 * Leads a job to its end, in the background; begins again with what is left when the
	 * database was away.
	 */
	void lead(UUID id) {
		this.threads.execute(() -> {
			while (!led(id) && !Thread.currentThread().isInterrupted()) {
				LockSupport.parkNanos(OUTAGE_NANOS);
			}
		});
	}

	private boolean led(UUID id) {
		try {
			run(id);
			return true;
		}
		catch (RuntimeException | JobExecutionException ex) {
			if (Outage.causes(ex)) {
				log.warn("Job {} waits for the database: {}", id, ex.toString());
				return false;
			}
			log.error("Job {} could not be led", id, ex);
			return failed(id, ex);
		}
	}

	private boolean failed(UUID id, Exception failure) {
		try {
			String reason = JobFailure.reason(failure);
			this.ends.end(id, JobStatus.FAILED, null,
					(reason != null) ? reason : "Something went wrong here; it has been noted.");
			return true;
		}
		catch (RuntimeException ex) {
			log.warn("It could not be noted that job {} failed: {}", id, ex.toString());
			return !Outage.causes(ex);
		}
	}

	private void run(UUID id) throws JobExecutionException {
		JobStore.StoredJob stored = this.crew.jobs().find(id).orElseThrow();
		JobKind kind = Objects.requireNonNull(this.kinds.get(stored.kind()));
		if (!this.ends.start(id)) {
			return;
		}
		JobParameters parameters = new JobParametersBuilder().addString("job", id.toString()).toJobParameters();
		this.crew.parts().fence(id);
		JobTask task = new JobTask(id, stored.task(), this.json);
		finish(id, kind.stages(task), start(batchJob(kind, task), parameters));
	}

	/**
	 * A worker of an earlier leader may be about to begin a part while its execution is
	 * settled; it finds out that it owns nothing within a moment.
	 */
	private JobExecution start(Job job, JobParameters parameters) throws JobExecutionException {
		for (int attempt = 1;; attempt++) {
			try {
				JobExecution last = settle(job.getName(), parameters);
				return (last != null && last.getStatus() == BatchStatus.COMPLETED) ? last
						: this.operator.start(job, parameters);
			}
			catch (JobExecutionAlreadyRunningException | OptimisticLockingFailureException ex) {
				if (attempt == ATTEMPTS || Thread.currentThread().isInterrupted()) {
					throw ex;
				}
				LockSupport.parkNanos(PAUSE_NANOS);
			}
		}
	}

	private Job batchJob(JobKind kind, JobTask task) {
		Iterator<Stage> stages = kind.stages(task).iterator();
		SimpleJobBuilder job = new JobBuilder(kind.name(), this.repository).start(step(stages.next(), task));
		while (stages.hasNext()) {
			job = job.next(step(stages.next(), task));
		}
		return job.build();
	}

	private Step step(Stage stage, JobTask task) {
		PartHandler handler = new PartHandler(stage, task, this.repository, this.crew);
		return new StepBuilder(stage.name(), this.repository).partitioner(stage.name(), (size) -> Map.of())
			.splitter(handler)
			.partitionHandler(handler)
			.build();
	}

	/**
	 * An execution whose leader was killed still counts as running, as do its steps, and
	 * could never be started again.
	 */
	private @Nullable JobExecution settle(String kind, JobParameters parameters) {
		JobExecution last = this.repository.getLastJobExecution(kind, parameters);
		if (last == null) {
			return null;
		}
		for (StepExecution step : List.copyOf(last.getStepExecutions())) {
			if (unsettled(step.getStatus())) {
				step.setStatus(BatchStatus.FAILED);
				step.setEndTime(LocalDateTime.now(ZoneOffset.UTC));
				this.repository.update(step);
			}
		}
		if (unsettled(last.getStatus())) {
			last.setStatus(BatchStatus.FAILED);
			last.setEndTime(LocalDateTime.now(ZoneOffset.UTC));
			this.repository.update(last);
		}
		return last;
	}

	private static boolean unsettled(BatchStatus status) {
		return status.isRunning() || status == BatchStatus.UNKNOWN;
	}

	private void finish(UUID id, List<Stage> stages, JobExecution execution) {
		List<PartStore.StoredPart> parts = stages.stream()
			.flatMap((stage) -> this.crew.parts().parts(id, stage.name()).stream())
			.toList();
		if (execution.getStatus() == BatchStatus.COMPLETED) {
			this.ends.end(id, JobStatus.COMPLETED, result(parts), null);
			return;
		}
		String error = parts.stream()
			.filter((part) -> part.state() == PartState.FAILED)
			.map(PartStore.StoredPart::error)
			.findFirst()
			.orElse(null);
		if (error == null && execution.getStatus() == BatchStatus.STOPPED) {
			this.ends.end(id, JobStatus.STOPPED, null, null);
			return;
		}
		if (error == null) {
			execution.getAllFailureExceptions().stream().filter(Outage::causes).findFirst().ifPresent((outage) -> {
				throw new DataAccessResourceFailureException("The database was away", outage);
			});
			execution.getAllFailureExceptions().forEach((failure) -> log.error("Job {} failed", id, failure));
		}
		this.ends.end(id, JobStatus.FAILED, null,
				(error != null) ? error : "Something went wrong here; it has been noted.");
	}

	/** What the last part gave that gave anything. */
	private static @Nullable String result(List<PartStore.StoredPart> parts) {
		return Stream.iterate(parts.size() - 1, (i) -> i >= 0, (i) -> i - 1)
			.map((i) -> parts.get(i).result())
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/** Stops leading; another instance takes over. */
	void close() {
		this.threads.shutdownNow();
	}

}
