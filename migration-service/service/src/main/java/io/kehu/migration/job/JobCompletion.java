package io.kehu.migration.job;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Records the start and the completion of jobs together with everything that follows from
 * them, each in one transaction.
 */
@Service
class JobCompletion {

	private final JobContext context;

	private final JobViews views;

	private final JobEvents events;

	JobCompletion(JobContext context, JobViews views, JobEvents events) {
		this.context = context;
		this.views = views;
		this.events = events;
	}

	/**
	 * Records that a job starts, and discards its unfinished parts. An instance that is
	 * still processing one of these detects it with its next progress report.
	 * @return whether this instance is the leader of the job and the job is still to be
	 * done
	 */
	@Transactional
	public boolean start(UUID id) {
		if (!this.context.jobs().start(id, this.context.instance().id())) {
			return false;
		}
		this.context.parts().discardUnfinished(id);
		this.events.started(this.views.get(id));
		return true;
	}

	/**
	 * Records how a job ended, unless it has another leader now.
	 * @return whether this instance was the leader of the job
	 */
	@Transactional
	public boolean end(UUID id, JobEnd end) {
		if (!this.context.jobs().end(id, this.context.instance().id(), end)) {
			return false;
		}
		JobStore.StoredJob job = this.context.jobs().find(id).orElseThrow();
		JobKind kind = this.context.kinds().of(job);
		JobTask task = this.context.kinds().task(job);
		if (end.status() == JobStatus.COMPLETED) {
			kind.completed(task);
		}
		else if (end.error() != null) {
			kind.failed(task, end.error());
		}
		this.events.finished(this.views.get(id));
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				JobCompletion.this.context.metrics().ended(job.kind(), end.status());
			}

		});
		return true;
	}

	/**
	 * How a job ended.
	 *
	 * @param status its final status
	 * @param result its result as JSON, if it has completed with one
	 * @param error the reason for its failure, if it has failed
	 */
	record JobEnd(JobStatus status, @Nullable String result, @Nullable String error) {

		static JobEnd completed(@Nullable String result) {
			return new JobEnd(JobStatus.COMPLETED, result, null);
		}

		static JobEnd stopped() {
			return new JobEnd(JobStatus.STOPPED, null, null);
		}

		static JobEnd failed(String error) {
			return new JobEnd(JobStatus.FAILED, null, error);
		}

	}

}
