package io.kehu.migration.job;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The parts of jobs. Each transition names the state that it starts from and whose part
 * it is, so that an instance that counted as dead has no effect any more.
 */
@Repository
class PartStore {

	/** From nothing to WAITING, by the leader. */
	private static final String OFFER = """
			insert into migration_part (job_id, stage, number, one_per_instance, state)
			select j.id, :stage, n, :onePerInstance, 'WAITING'
			from migration_job j, generate_series(0, cast(:count as integer) - 1) n
			where j.id = :job and j.leader = :leader and j.status in ('RUNNING', 'STOPPING')
			on conflict (job_id, stage, number) do nothing""";

	/** From WAITING to RUNNING. */
	private static final String CLAIM = """
			update migration_part set state = 'RUNNING', instance = :instance, attempt = nextval('migration_attempt'),
			done = 0, updated_at = now()
			where (job_id, stage, number) = (select job_id, stage, number from migration_part w where state = 'WAITING'
			and not (w.one_per_instance and exists (select 1 from migration_part r where r.state = 'RUNNING'
			and r.instance = :instance and r.one_per_instance))
			order by updated_at, number limit 1 for update skip locked)
			returning job_id, stage, number, attempt""";

	/** The part that an instance works on, in this attempt. */
	private static final String CLAIMED = """
			p.job_id = :job and p.stage = :stage and p.number = :number
			and p.state = 'RUNNING' and p.instance = :instance and p.attempt = :attempt""";

	private static final String PROGRESS = """
			update migration_part p set done = :done, updated_at = now() from migration_job j
			where j.id = p.job_id and %s returning j.status = 'STOPPING'""".formatted(CLAIMED);

	/** From RUNNING to DONE, FAILED or STOPPED. */
	private static final String END = """
			update migration_part p set state = :state, result = cast(:result as jsonb), error = :error, done = :done,
			updated_at = now() where %s""".formatted(CLAIMED);

	/** From RUNNING to WAITING. */
	private static final String RELEASE = """
			update migration_part p set state = 'WAITING', updated_at = now() where %s""".formatted(CLAIMED);

	/** From RUNNING to WAITING, or to FAILED after too many attempts. */
	private static final String LOSE = """
			update migration_part p set lost_attempts = lost_attempts + 1, updated_at = now(),
			state = case when lost_attempts + 1 < :attempts then 'WAITING' else 'FAILED' end,
			error = case when lost_attempts + 1 < :attempts then null else cast(:error as text) end
			where
			""";

	private static final String RECLAIM = LOSE + """
			p.job_id = :job and p.stage = :stage and p.state = 'RUNNING' and p.instance not in (%s)"""
		.formatted(Instance.ALIVE);

	/** From WAITING to STOPPED. */
	private static final String CANCEL = """
			update migration_part set state = 'STOPPED', updated_at = now()
			where job_id = :job and stage = :stage and state = 'WAITING'""";

	private static final String COUNTS = """
			select j.status = 'STOPPING' as stopping,
			count(*) filter (where p.state in ('WAITING', 'RUNNING')) as open,
			count(*) filter (where p.state = 'FAILED') as failed,
			count(*) filter (where p.state = 'STOPPED') as stopped
			from migration_job j left join migration_part p on p.job_id = j.id and p.stage = :stage
			where j.id = :job and j.leader = :leader group by j.id""";

	private final JdbcClient jdbc;

	PartStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private JdbcClient.StatementSpec on(String sql, PartClaim claim) {
		return stage(sql, claim.job(), claim.stage()).param("number", claim.number())
			.param("instance", claim.instance())
			.param("attempt", claim.attempt());
	}

	private JdbcClient.StatementSpec stage(String sql, UUID job, String stage) {
		return this.jdbc.sql(sql).param("job", job).param("stage", stage);
	}

	/** Lets any instance claim the parts of a stage that are not there yet. */
	void offer(UUID job, Stage stage, int count, UUID leader) {
		stage(OFFER, job, stage.name()).param("onePerInstance", stage.onePerInstance())
			.param("count", count)
			.param("leader", leader)
			.update();
	}

	/** Claims the part that has been waiting longest, if any. */
	Optional<PartClaim> claim(UUID instance) {
		return this.jdbc.sql(CLAIM)
			.param("instance", instance)
			.query((row, number) -> new PartClaim(row.getObject("job_id", UUID.class), row.getString("stage"),
					row.getInt("number"), instance, row.getLong("attempt")))
			.optional();
	}

	/** Records the progress of a part. */
	PartOrder progress(PartClaim claim, long done) {
		return on(PROGRESS, claim).param("done", done)
			.query(Boolean.class)
			.optional()
			.map((stop) -> stop ? PartOrder.STOP : PartOrder.GO_ON)
			.orElse(PartOrder.LOST);
	}

	/**
	 * Records how a part ended.
	 * @return whether the part was still claimed
	 */
	boolean end(PartClaim claim, PartEnd end) {
		return on(END, claim).param("state", end.state().name())
			.param("result", end.result())
			.param("error", end.error())
			.param("done", end.done())
			.update() > 0;
	}

	/**
	 * Offers a part again whose instance is shutting down.
	 * @return whether the part was still claimed
	 */
	boolean release(PartClaim claim) {
		return on(RELEASE, claim).update() > 0;
	}

	/**
	 * Offers a part again that was interrupted by an outage of the database.
	 * @param attempts how often a part is tried
	 * @return whether the part was still claimed
	 */
	boolean giveBack(PartClaim claim, int attempts) {
		return on(LOSE + CLAIMED, claim).param("attempts", attempts)
			.param("error", "The database became unavailable on each of %d attempts.".formatted(attempts))
			.update() > 0;
	}

	/** Offers the parts of a stage again whose instances have died. */
	void reclaim(UUID job, String stage, int attempts, double lease) {
		stage(RECLAIM, job, stage).param("attempts", attempts)
			.param("error", "The instance working on it died on each of %d attempts.".formatted(attempts))
			.param("lease", lease)
			.update();
	}

	/**
	 * Discards the parts of a job that are not done, including those that an instance is
	 * processing.
	 */
	void discardUnfinished(UUID job) {
		this.jdbc.sql("delete from migration_part where job_id = :job and state <> 'DONE'").param("job", job).update();
	}

	/** Withdraws the parts of a stage that no instance has claimed. */
	void cancelWaiting(UUID job, String stage) {
		stage(CANCEL, job, stage).update();
	}

	/**
	 * Counts the parts of a stage by state.
	 * @return the counts, or empty if the job has another leader
	 */
	Optional<StageCounts> counts(UUID job, String stage, UUID leader) {
		return stage(COUNTS, job, stage).param("leader", leader)
			.query((row, number) -> new StageCounts(row.getBoolean("stopping"), row.getInt("open"),
					row.getInt("failed"), row.getInt("stopped")))
			.optional();
	}

	/** Returns the error of the first part of a stage that failed. */
	String error(UUID job, String stage) {
		return stage("select error from migration_part where job_id = :job and stage = :stage and state = 'FAILED'"
				+ " order by number limit 1", job, stage)
			.query(String.class)
			.single();
	}

	/** Returns the results of a stage, as JSON, in the order of its parts. */
	List<String> results(UUID job, String stage) {
		return stage("select result from migration_part where job_id = :job and stage = :stage and result is not null"
				+ " order by number", job, stage)
			.query(String.class)
			.list();
	}

	/** Counts the parts of all stages of a job so far. */
	PartCounts counts(UUID job) {
		return this.jdbc
			.sql("""
					select coalesce(sum(done), 0) as done,
					count(*) filter (where state in ('WAITING', 'RUNNING', 'DONE')) as parts,
					count(*) filter (where state = 'RUNNING') as running, count(*) filter (where state = 'DONE') as finished,
					count(distinct instance) as instances from migration_part where job_id = :job""")
			.param("job", job)
			.query((row, number) -> new PartCounts(row.getLong("done"), row.getInt("parts"), row.getInt("running"),
					row.getInt("finished"), row.getInt("instances")))
			.single();
	}

	/**
	 * What an instance is to do with a part that it works on.
	 */
	enum PartOrder {

		/** Continue. */
		GO_ON,

		/** Stop, as the whole job does. */
		STOP,

		/** Leave it, because another instance has it. */
		LOST

	}

	/**
	 * An attempt at a part.
	 *
	 * @param job the job
	 * @param stage the stage of the job
	 * @param number the number of the part in its stage, starting from 0
	 * @param instance the instance that works on it
	 * @param attempt the number of the attempt, unique over all parts
	 */
	record PartClaim(UUID job, String stage, int number, UUID instance, long attempt) {
	}

	/**
	 * How a part ended.
	 *
	 * @param state the final state
	 * @param result the result as JSON, if there is any
	 * @param error the reason for the failure, if it has failed
	 * @param done the work done
	 */
	record PartEnd(PartState state, @Nullable String result, @Nullable String error, long done) {
	}

	/**
	 * The parts of a stage by state.
	 *
	 * @param stopping whether the job is to stop
	 * @param open parts that are waiting or running
	 * @param failed parts that failed
	 * @param stopped parts that were stopped
	 */
	record StageCounts(boolean stopping, int open, int failed, int stopped) {
	}

	/**
	 * The parts of a job by state.
	 *
	 * @param done the work done
	 * @param parts parts that are waiting, running or done
	 * @param running parts that are running
	 * @param finished parts that are done
	 * @param instances the instances that work, or have worked, on them
	 */
	record PartCounts(long done, int parts, int running, int finished, int instances) {
	}

}
