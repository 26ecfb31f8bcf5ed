package io.kehu.migration.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.migration.job.JobCompletion.JobEnd;
import io.kehu.platform.access.Ownership;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The stored jobs. Each transition names the statuses that it starts from, and the leader
 * where only the leader may make it.
 */
@Repository
class JobStore {

	private static final String INSERT = """
			insert into migration_job (id, version, kind, status, data_set_id, task, total, leader, created_by,
			created_at, updated_at, owner_id, team_id, live)
			values (:id, 0, :kind, 'QUEUED', :dataSet, cast(:task as jsonb), :total, :leader, :by, :now, :now, :owner, :team,
			:live or exists (select 1 from data_set d where d.live and strpos(:task, d.id::text) > 0)
			or exists (select 1 from migration_job j where j.live and strpos(:task, j.id::text) > 0))""";

	/** From QUEUED to RUNNING; a job that runs or is to stop remains so. */
	private static final String START = """
			update migration_job set status = case when status = 'STOPPING' then 'STOPPING' else 'RUNNING' end,
			version = version + 1, started_at = :now, updated_at = :now, finished_at = null, error = null,
			done_before = (select coalesce(sum(done), 0) from migration_part where job_id = :id and state = 'DONE')
			where id = :id and leader = :leader and status in ('QUEUED', 'RUNNING', 'STOPPING')""";

	/** From RUNNING or STOPPING to COMPLETED or FAILED, and from STOPPING to STOPPED. */
	private static final String END = """
			update migration_job set status = :status, version = version + 1, result = cast(:result as jsonb),
			error = :error, finished_at = :now, updated_at = :now
			where id = :id and leader = :leader
			and (status = 'STOPPING' or (status = 'RUNNING' and :status in ('COMPLETED', 'FAILED')))""";

	/** From QUEUED or RUNNING to STOPPING. */
	private static final String STOP = """
			update migration_job set status = 'STOPPING', version = version + 1, updated_at = :now
			where id = :id and status in ('QUEUED', 'RUNNING')""";

	/** From STOPPED or FAILED to QUEUED. */
	private static final String QUEUE = """
			update migration_job set status = 'QUEUED', version = version + 1, leader = :leader, error = null,
			updated_at = :now where id = :id and status in ('STOPPED', 'FAILED')""";

	private static final String TAKE_OVER = """
			update migration_job set leader = :leader, updated_at = :now
			where status in ('QUEUED', 'RUNNING', 'STOPPING') and leader not in (%s) returning id"""
		.formatted(Instance.ALIVE);

	private static final String UNFINISHED = """
			select id from migration_job where leader = :leader and status in ('QUEUED', 'RUNNING', 'STOPPING')""";

	private final JdbcClient jdbc;

	private final Clock clock;

	JobStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	void insert(NewJob job) {
		this.jdbc.sql(INSERT)
			.param("id", job.id())
			.param("kind", job.kind())
			.param("dataSet", job.dataSetId())
			.param("task", job.task())
			.param("total", job.total())
			.param("leader", job.leader())
			.param("by", job.createdBy())
			.param("owner", job.ownership().ownerId())
			.param("team", job.ownership().teamId())
			.param("live", job.live())
			.param("now", now())
			.update();
	}

	/**
	 * Records that a job starts.
	 * @return whether the instance leads it, and it has not ended
	 */
	boolean start(UUID id, UUID leader) {
		return transition(START, id).param("leader", leader).update() > 0;
	}

	/**
	 * Records how a job ended.
	 * @return whether the instance leads it, and it had not ended before
	 */
	boolean end(UUID id, UUID leader, JobEnd end) {
		return transition(END, id).param("leader", leader)
			.param("status", end.status().name())
			.param("result", end.result())
			.param("error", end.error())
			.update() > 0;
	}

	/**
	 * Records that a job is to stop.
	 * @return whether it was queued or running
	 */
	boolean stop(UUID id) {
		return transition(STOP, id).update() > 0;
	}

	/**
	 * Queues a job again.
	 * @return whether it was stopped or had failed
	 */
	boolean queue(UUID id, UUID leader) {
		return transition(QUEUE, id).param("leader", leader).update() > 0;
	}

	private JdbcClient.StatementSpec transition(String sql, UUID id) {
		return this.jdbc.sql(sql).param("id", id).param("now", now());
	}

	/** Takes over the jobs of dead instances. */
	List<UUID> takeOver(UUID leader, double lease) {
		return this.jdbc.sql(TAKE_OVER)
			.param("leader", leader)
			.param("lease", lease)
			.param("now", now())
			.query(UUID.class)
			.list();
	}

	/** Returns the jobs that an instance is to lead. */
	List<UUID> unfinished(UUID leader) {
		return this.jdbc.sql(UNFINISHED).param("leader", leader).query(UUID.class).list();
	}

	/** Returns whether the findings of a job contain live customers. */
	boolean live(UUID id) {
		return this.jdbc.sql("select live from migration_job where id = :id")
			.param("id", id)
			.query(Boolean.class)
			.single();
	}

	Optional<StoredJob> find(UUID id) {
		return this.jdbc.sql("select * from migration_job where id = :id")
			.param("id", id)
			.query((row, number) -> job(row))
			.optional();
	}

	private static StoredJob job(ResultSet row) throws SQLException {
		return new StoredJob(row.getObject("id", UUID.class), row.getLong("version"), row.getString("kind"),
				JobStatus.valueOf(row.getString("status")), row.getObject("data_set_id", UUID.class),
				row.getString("task"), row.getString("result"), row.getString("error"), row.getLong("total"),
				row.getLong("done_before"), row.getString("created_by"), row.getTimestamp("created_at").toInstant(),
				instant(row, "started_at"), instant(row, "finished_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp value = row.getTimestamp(column);
		return (value != null) ? value.toInstant() : null;
	}

	/**
	 * A job to be stored.
	 *
	 * @param id the id
	 * @param kind the kind
	 * @param dataSetId the data set that it belongs to, if any
	 * @param task the task, as JSON
	 * @param total the amount of work
	 * @param leader the instance that leads it
	 * @param createdBy the name of the caller
	 * @param ownership the owner and the team
	 * @param live whether it deals with live customers, whatever its task names
	 */
	record NewJob(UUID id, String kind, @Nullable UUID dataSetId, String task, long total, UUID leader,
			String createdBy, Ownership ownership, boolean live) {
	}

	/**
	 * A job as it is stored.
	 *
	 * @param id the id
	 * @param version the version
	 * @param kind the kind
	 * @param status the status
	 * @param dataSetId the data set that it belongs to, if any
	 * @param task the task, as JSON
	 * @param result the result, as JSON
	 * @param error the reason for its failure
	 * @param total the amount of work
	 * @param doneBefore the work that was done before its latest start
	 * @param createdBy the name of the caller
	 * @param createdAt the time of its creation
	 * @param startedAt the time of its latest start
	 * @param finishedAt the time of its end
	 */
	record StoredJob(UUID id, long version, String kind, JobStatus status, @Nullable UUID dataSetId, String task,
			@Nullable String result, @Nullable String error, long total, long doneBefore, String createdBy,
			Instant createdAt, @Nullable Instant startedAt, @Nullable Instant finishedAt) {
	}

}
