package io.kehu.migration.job;

import java.util.UUID;

import io.kehu.platform.id.Ids;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.security.Callers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins jobs, stops them, and starts them again.
 */
@Service
public class Jobs {

	/** Where jobs are found. */
	public static final String PATH = "/api/v1/migrations/jobs";

	private final JobStore jobs;

	private final JobReading reading;

	private final Instance instance;

	private final JobLeader leader;

	private final RecordList<MigrationJob> list;

	private final JsonMapper json;

	Jobs(JobStore jobs, JobReading reading, Instance instance, JobLeader leader, RecordList<MigrationJob> list,
			JsonMapper json) {
		this.list = list;
		this.jobs = jobs;
		this.reading = reading;
		this.instance = instance;
		this.leader = leader;
		this.json = json;
	}

	/**
	 * Begin a job as soon as the current transaction has committed.
	 * @param kind what kind of job
	 * @param dataSetId the data set that it is about, by which it is found
	 * @param task what to do
	 * @param total how much work it is, in rows (or bytes) over all stages
	 * @return the job
	 */
	@Transactional
	public JobView begin(JobKind kind, @Nullable UUID dataSetId, Object task, long total) {
		UUID id = Ids.next();
		this.jobs.insert(new JobStore.NewJob(id, kind.name(), dataSetId, this.json.writeValueAsString(task), total,
				this.instance.id(), Callers.current().name()));
		leadAfterCommit(id);
		return this.reading.get(id);
	}

	/**
	 * Returns a job.
	 * @throws ProblemException 404 when there is none
	 */
	public JobView get(UUID id) {
		return this.reading.get(id);
	}

	/** How many instances take part in jobs now, this one included. */
	public int instances() {
		return this.instance.alive();
	}

	Page<JobView> page(ListRequest request) {
		return this.list.page(request).map((found) -> found.stream().map((job) -> get(job.id())).toList());
	}

	/**
	 * Returns a job of a kind that has completed.
	 * @throws ProblemException 404 when there is none of this kind, 409 when it has not
	 * completed
	 */
	public JobView completed(UUID id, String kind) {
		JobView job = get(id);
		if (!job.kind().equals(kind)) {
			throw ProblemException.notFound(kind + " job", id);
		}
		if (job.status() != JobStatus.COMPLETED) {
			throw illegal("The job is %s; it must be completed for that.".formatted(job.status()));
		}
		return job;
	}

	/**
	 * Stop a job; its parts notice within a second or so.
	 * @throws ProblemException 404 when there is none, 409 when it has ended
	 */
	@Transactional
	public JobView stop(UUID id) {
		JobView job = get(id);
		if (job.status() != JobStatus.STOPPING && !this.jobs.requestStop(id)) {
			throw illegal("The job has ended already: it is %s.".formatted(get(id).status()));
		}
		return get(id);
	}

	/**
	 * Start a stopped or failed job again; what is done of it is not done again.
	 * @throws ProblemException 404 when there is none, 409 when it is neither
	 */
	@Transactional
	public JobView restart(UUID id) {
		JobView job = get(id);
		if (!this.jobs.queue(id, this.instance.id())) {
			throw illegal("The job is %s; only a stopped or failed one can be started again.".formatted(job.status()));
		}
		leadAfterCommit(id);
		return get(id);
	}

	private static ProblemException illegal(String detail) {
		return ProblemException.of(HttpStatus.CONFLICT, "illegal-transition", detail);
	}

	private void leadAfterCommit(UUID id) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				Jobs.this.leader.lead(id);
			}
		});
	}

}
