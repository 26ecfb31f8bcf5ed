package io.kehu.migration.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Leads one stage: offers its parts to all instances, waits until each has ended, and
 * offers those again whose instance died. What it waits for stands in the database, so
 * that no reply can be lost or taken by another job.
 */
final class PartHandler implements PartitionHandler, StepExecutionSplitter {

	private static final long POLL_NANOS = 150_000_000L;

	private final Stage stage;

	private final JobTask task;

	private final JobRepository repository;

	private final JobCrew crew;

	PartHandler(Stage stage, JobTask task, JobRepository repository, JobCrew crew) {
		this.stage = stage;
		this.task = task;
		this.repository = repository;
		this.crew = crew;
	}

	@Override
	public String getStepName() {
		return this.stage.name();
	}

	/** One execution for each part that is not done yet. */
	@Override
	public Set<StepExecution> split(StepExecution stageExecution, int gridSize) {
		Set<Integer> done = this.crew.parts().done(job(), this.stage.name());
		Set<StepExecution> executions = new HashSet<>();
		int count = this.stage.parts().applyAsInt(this.task);
		for (int number = 0; number < count; number++) {
			if (!done.contains(number)) {
				StepExecution execution = this.repository.createStepExecution(
						"%s:%05d".formatted(this.stage.name(), number), stageExecution.getJobExecution());
				this.crew.parts()
					.offer(new PartKey(job(), this.stage.name(), number), this.stage.alone(), execution.getId());
				executions.add(execution);
			}
		}
		return executions;
	}

	@Override
	public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution stageExecution)
			throws Exception {
		Set<StepExecution> offered = splitter.split(stageExecution, 0);
		this.crew.call(job(), offered.size());
		while (!ended()) {
			LockSupport.parkNanos(POLL_NANOS);
		}
		return outcome(stageExecution, offered);
	}

	private UUID job() {
		return this.task.jobId();
	}

	private boolean ended() throws JobInterruptedException {
		UUID own = this.crew.instance().id();
		Optional<Boolean> stop = this.crew.jobs().stopRequested(job(), own);
		if (stop.isEmpty() || Thread.currentThread().isInterrupted()) {
			throw new JobInterruptedException("Another instance leads this job now");
		}
		String name = this.stage.name();
		int lost = this.crew.parts()
			.reclaim(job(), name, this.crew.properties().attempts(), this.crew.instance().lease());
		if (lost > 0) {
			this.crew.call(job(), lost);
		}
		List<PartStore.StoredPart> parts = this.crew.parts().parts(job(), name);
		boolean broken = parts.stream().anyMatch((part) -> part.state() == PartState.FAILED);
		if (stop.get() || broken) {
			this.crew.parts().cancelWaiting(job(), name);
		}
		return parts.stream()
			.noneMatch((part) -> part.state() == PartState.WAITING || part.state() == PartState.RUNNING);
	}

	/** The executions as their instances left them, made to agree with the parts. */
	private List<StepExecution> outcome(StepExecution stageExecution, Set<StepExecution> offered) {
		List<PartStore.StoredPart> parts = this.crew.parts().parts(job(), this.stage.name());
		List<StepExecution> outcome = new ArrayList<>();
		for (StepExecution one : offered) {
			StepExecution execution = Objects.requireNonNull(this.repository.getStepExecution(one.getId()));
			PartState state = parts.get(Integer.parseInt(one.getStepName().substring(this.stage.name().length() + 1)))
				.state();
			BatchStatus status = switch (state) {
				case DONE -> BatchStatus.COMPLETED;
				case FAILED -> BatchStatus.FAILED;
				case STOPPED, WAITING, RUNNING -> BatchStatus.STOPPED;
			};
			if (execution.getStatus() != status) {
				execution.setStatus(status);
				this.repository.update(execution);
			}
			outcome.add(execution);
		}
		if (parts.stream().anyMatch((part) -> part.state() == PartState.STOPPED)) {
			stageExecution.setTerminateOnly();
		}
		return outcome;
	}

}
