package io.kehu.migration.job;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who works on which part. Each change names the state and the instance that it starts
 * from, so that an instance which was taken for dead changes nothing any more.
 */
@Repository
class PartStore {

	private static final String OFFER = """
			insert into migration_part (job_id, stage, number, alone, state, step_execution_id)
			values (:job, :stage, :number, :alone, 'WAITING', :step)
			on conflict (job_id, stage, number) do update set state = 'WAITING', step_execution_id = :step,
			instance = null, attempts = 0, done = 0, result = null, error = null, updated_at = now()""";

	private static final String CLAIM = """
			update migration_part set state = 'RUNNING', instance = :instance, attempts = attempts + 1, done = 0,
			updated_at = now()
			where (job_id, stage, number) = (select job_id, stage, number from migration_part w where state = 'WAITING'
			and not (w.alone and exists (select 1 from migration_part r where r.state = 'RUNNING'
			and r.instance = :instance and r.alone))
			order by updated_at, number limit 1 for update skip locked)
			returning job_id, stage, number, step_execution_id""";

	private static final String PROGRESS = """
			update migration_part p set done = :done, updated_at = now() from migration_job j
			where j.id = p.job_id and p.job_id = :job and p.stage = :stage and p.number = :number
			and p.state = 'RUNNING' and p.instance = :instance and p.step_execution_id = :step
			returning j.stop_requested""";

	private static final String END = """
			update migration_part set state = :state, result = cast(:result as jsonb), error = :error,
			done = coalesce(:done, done), updated_at = now()
			where job_id = :job and stage = :stage and number = :number and state = 'RUNNING' and instance = :instance
			and step_execution_id = :step""";

	private static final String GIVE_BACK = """
			update migration_part set state = case when attempts < :attempts then 'WAITING' else 'FAILED' end,
			instance = null, updated_at = now(),
			error = case when attempts < :attempts then null else 'The database was away each time' end
			where job_id = :job and stage = :stage and number = :number and state = 'RUNNING' and instance = :instance
			and step_execution_id = :step""";

	private static final String RECLAIM = """
			update migration_part set state = case when attempts < :attempts then 'WAITING' else 'FAILED' end,
			instance = null, updated_at = now(),
			error = case when attempts < :attempts then null else 'Every instance that worked on it died' end
			where job_id = :job and stage = :stage and state = 'RUNNING' and instance not in (%s)
			returning number""".formatted(Instance.ALIVE);

	private static final String FENCE = """
			update migration_part set state = 'STOPPED', updated_at = now()
			where job_id = :job and state in ('WAITING', 'RUNNING')""";

	private static final String CANCEL = """
			update migration_part set state = 'STOPPED', updated_at = now()
			where job_id = :job and stage = :stage and state = 'WAITING'""";

	private final JdbcClient jdbc;

	PartStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	private JdbcClient.StatementSpec on(String sql, PartKey part) {
		return this.jdbc.sql(sql)
			.param("job", part.jobId())
			.param("stage", part.stage())
			.param("number", part.number());
	}

	/**
	 * Lets any instance take a part.
	 * @param alone whether an instance works on one such part at a time
	 */
	void offer(PartKey part, boolean alone, long stepExecution) {
		on(OFFER, part).param("alone", alone).param("step", stepExecution).update();
	}

	/**
	 * Takes the part that has waited longest, if any waits.
	 * @param instance who takes it
	 */
	Optional<Claim> claim(UUID instance) {
		return this.jdbc.sql(CLAIM)
			.param("instance", instance)
			.query((row,
					number) -> new Claim(new PartKey(row.getObject("job_id", UUID.class), row.getString("stage"),
							row.getInt("number")), row.getLong("step_execution_id")))
			.optional();
	}

	/**
	 * Notes how far a part is.
	 * @return whether to stop, or nothing when the part is not this instance's any more
	 */
	Optional<Boolean> progress(Claim claim, UUID instance, long done) {
		return on(PROGRESS, claim.part()).param("done", done)
			.param("instance", instance)
			.param("step", claim.stepExecution())
			.query(Boolean.class)
			.optional();
	}

	/** Notes how a part has ended. */
	boolean end(Claim claim, UUID instance, PartState state, PartEnd end) {
		return on(END, claim.part()).param("instance", instance)
			.param("step", claim.stepExecution())
			.param("state", state.name())
			.param("result", end.result())
			.param("error", end.error())
			.param("done", end.done(), java.sql.Types.BIGINT)
			.update() > 0;
	}

	/**
	 * Lets any instance take a part again that this one could not finish.
	 * @param attempts how often a part is tried
	 */
	boolean giveBack(Claim claim, UUID instance, int attempts) {
		return on(GIVE_BACK, claim.part()).param("instance", instance)
			.param("step", claim.stepExecution())
			.param("attempts", attempts)
			.update() > 0;
	}

	/**
	 * Takes the parts of a stage away from dead instances, for others to do.
	 * @return how many there were
	 */
	int reclaim(UUID job, String stage, int attempts, double lease) {
		return this.jdbc.sql(RECLAIM)
			.param("job", job)
			.param("stage", stage)
			.param("attempts", attempts)
			.param("lease", lease)
			.query(Integer.class)
			.list()
			.size();
	}

	/**
	 * Takes all parts of a job from whoever works on them, before another leader offers
	 * them anew.
	 */
	void fence(UUID job) {
		this.jdbc.sql(FENCE).param("job", job).update();
	}

	/** Has nobody begin with the parts that wait. */
	void cancelWaiting(UUID job, String stage) {
		this.jdbc.sql(CANCEL).param("job", job).param("stage", stage).update();
	}

	/** The parts of a stage, by number. */
	List<StoredPart> parts(UUID job, String stage) {
		return this.jdbc
			.sql("select number, state, error, done, instance, result from migration_part"
					+ " where job_id = :job and stage = :stage order by number")
			.param("job", job)
			.param("stage", stage)
			.query((row, number) -> new StoredPart(row.getInt("number"), PartState.valueOf(row.getString("state")),
					row.getString("error"), row.getLong("done"), row.getObject("instance", UUID.class),
					row.getString("result")))
			.list();
	}

	/** The parts of a stage that are done. */
	Set<Integer> done(UUID job, String stage) {
		return parts(job, stage).stream()
			.filter((part) -> part.state() == PartState.DONE)
			.map(StoredPart::number)
			.collect(Collectors.toSet());
	}

	/**
	 * A part that an instance has taken.
	 *
	 * @param part which one
	 * @param stepExecution what Spring Batch knows it by
	 */
	record Claim(PartKey part, long stepExecution) {
	}

	/**
	 * How a part ended.
	 *
	 * @param result what it gave, as JSON
	 * @param error why it failed
	 * @param done how much of its work is done, null for as much as noted before
	 */
	record PartEnd(@Nullable String result, @Nullable String error, @Nullable Long done) {
	}

	/**
	 * A part as it is stored.
	 *
	 * @param number its number
	 * @param state where it stands
	 * @param error why it failed
	 * @param done how much of its work is done
	 * @param instance who worked on it last
	 * @param result what it gave, as JSON
	 */
	record StoredPart(int number, PartState state, @Nullable String error, long done, @Nullable UUID instance,
			@Nullable String result) {
	}

}
