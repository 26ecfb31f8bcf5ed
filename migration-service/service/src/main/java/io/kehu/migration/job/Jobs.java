package io.kehu.migration.job;

import java.util.UUID;

import io.kehu.migration.access.StewardAccess;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.id.Ids;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Page;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.security.Callers;
import io.kehu.platform.web.RecordAnswers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins, stops and restarts jobs.
 */
@Service
public class Jobs {

	/** The path of jobs. */
	public static final String PATH = "/api/v1/migrations/jobs";

	private final JobStore jobs;

	private final JobKinds kinds;

	private final Instance instance;

	private final JobViews views;

	private final JobLeader leader;

	private final RecordList<MigrationJob> list;

	private final JsonMapper json;

	Jobs(JobContext context, JobViews views, JobLeader leader, RecordList<MigrationJob> list, JsonMapper json) {
		this.jobs = context.jobs();
		this.kinds = context.kinds();
		this.instance = context.instance();
		this.list = list;
		this.views = views;
		this.leader = leader;
		this.json = json;
	}

	/**
	 * Begins a job as soon as the current transaction has committed.
	 * @param kind the kind of job
	 * @param dataSetId the data set that the job belongs to, by which it is found
	 * @param task the task
	 * @param total the amount of work, in rows (or bytes) over all stages
	 * @return the job
	 */
	@Transactional
	public JobView begin(JobKind kind, @Nullable UUID dataSetId, Object task, long total) {
		UUID id = Ids.next();
		this.jobs.insert(new JobStore.NewJob(id, kind.name(), dataSetId, this.json.writeValueAsString(task), total,
				this.instance.id(), Callers.current().name(), StewardAccess.ownership(), kind.live()));
		leadAfterCommit(id);
		return this.views.get(id);
	}

	/** Returns the answer to a request that began a job. */
	public static ResponseEntity<JobView> begun(JobView job) {
		return RecordAnswers.created(PATH + "/" + job.id(), job, tag(job));
	}

	/** Returns the content of the entity tag, which changes with the progress. */
	static String tag(JobView job) {
		return RecordAnswers.tag(job.version(), job);
	}

	/**
	 * Returns a job.
	 * @throws ProblemException 404 if there is none
	 */
	public JobView get(UUID id) {
		JobView job = this.views.get(id);
		this.views.check(AccessLevel.READ, id);
		return job;
	}

	/**
	 * Checks that the caller may change what a job has found.
	 * @throws ProblemException 404 or 403 if not
	 */
	public void checkChange(UUID id) {
		this.views.check(AccessLevel.CHANGE, id);
	}

	/** Returns the number of live instances, including this one. */
	public int instances() {
		return this.instance.alive();
	}

	RecordList<MigrationJob> list() {
		return this.list;
	}

	Page<JobView> page(ListRequest request) {
		return this.list.page(request).map((found) -> found.stream().map((job) -> this.views.get(job.id())).toList());
	}

	/**
	 * Returns a completed job of a kind.
	 * @throws ProblemException 404 if there is none of this kind, 403 if its findings
	 * contain customers that the caller may not see, 409 if it has not completed
	 */
	public JobView completed(UUID id, String kind) {
		JobView job = get(id);
		if (!job.kind().equals(kind)) {
			throw ProblemException.notFound(kind + " job", id);
		}
		this.views.checkLive(id);
		if (job.status() != JobStatus.COMPLETED) {
			throw illegal("The job is %s; it must be completed first.".formatted(job.status()));
		}
		return job;
	}

	/**
	 * Stops a job; its parts notice within a second or so.
	 * @throws ProblemException 404 if there is none, 409 if it has ended
	 */
	@Transactional
	public JobView stop(UUID id) {
		JobView job = get(id);
		checkChange(id);
		if (job.status() != JobStatus.STOPPING && !this.jobs.stop(id)) {
			throw illegal("The job is %s; only a queued or running job can be stopped.".formatted(get(id).status()));
		}
		return get(id);
	}

	/**
	 * Restarts a stopped or failed job; parts that are done are not repeated.
	 * @throws ProblemException 404 if there is none, 409 if it is neither or must not be
	 * restarted
	 */
	@Transactional
	public JobView restart(UUID id) {
		JobView job = get(id);
		checkChange(id);
		if (job.status() == JobStatus.STOPPED || job.status() == JobStatus.FAILED) {
			this.jobs.find(id).ifPresent((found) -> this.kinds.of(found).restarting(this.kinds.task(found)));
		}
		if (!this.jobs.queue(id, this.instance.id())) {
			throw illegal("The job is %s; only a stopped or failed job can be restarted.".formatted(job.status()));
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
