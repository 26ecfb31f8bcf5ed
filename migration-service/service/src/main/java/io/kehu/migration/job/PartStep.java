package io.kehu.migration.job;

import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.AbstractStep;
import org.springframework.batch.core.step.StepExecution;

/**
 * Carries out one part as a step of Spring Batch, without a transaction around it: a part
 * may take hours.
 */
final class PartStep extends AbstractStep {

	private final Stage.Work work;

	private final PartRun part;

	PartStep(JobRepository repository, Stage.Work work, PartRun part) {
		super(repository);
		setName("part");
		this.work = work;
		this.part = part;
	}

	@Override
	protected void doExecute(StepExecution execution) throws Exception {
		try {
			this.work.on(this.part);
		}
		catch (JobInterruptedException ex) {
			execution.setTerminateOnly();
			throw ex;
		}
	}

}
