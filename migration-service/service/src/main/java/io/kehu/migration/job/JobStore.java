package io.kehu.migration.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is stored of jobs. Each change of a job's status names the statuses that it may
 * start from.
 */
@Repository
class JobStore {

	private static final String INSERT = """
			insert into migration_job (id, version, kind, status, data_set_id, task, total, owner, created_by,
			created_at, updated_at)
			values (:id, 0, :kind, 'QUEUED', :dataSet, cast(:task as jsonb), :total, :owner, :by, :now, :now)""";

	private static final String START = """
			update migration_job set status = case when stop_requested then 'STOPPING' else 'RUNNING' end,
			version = version + 1, started_at = :now, updated_at = :now, finished_at = null, error = null,
			done_before = (select coalesce(sum(done), 0) from migration_part where job_id = :id and state = 'DONE')
			where id = :id and owner = :owner and status in ('QUEUED', 'RUNNING', 'STOPPING')""";

	private static final String END = """
			update migration_job set status = :status, version = version + 1, result = cast(:result as jsonb),
			error = :error, finished_at = :now, updated_at = :now
			where id = :id and owner = :owner and status in ('RUNNING', 'STOPPING')""";

	private static final String STOP = """
			update migration_job set stop_requested = true, status = 'STOPPING', version = version + 1,
			updated_at = :now where id = :id and status in ('QUEUED', 'RUNNING')""";

	private static final String QUEUE = """
			update migration_job set status = 'QUEUED', version = version + 1, stop_requested = false, owner = :owner,
			error = null, updated_at = :now where id = :id and status in ('STOPPED', 'FAILED')""";

	private static final String TAKE_OVER = """
			update migration_job set owner = :owner, updated_at = :now
			where status in ('QUEUED', 'RUNNING', 'STOPPING') and owner not in (%s) returning id"""
		.formatted(Instance.ALIVE);

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
			.param("owner", job.owner())
			.param("by", job.createdBy())
			.param("now", now())
			.update();
	}

	/** Notes that a job begins, unless it is another instance's meanwhile. */
	boolean start(UUID id, UUID owner) {
		return this.jdbc.sql(START).param("id", id).param("owner", owner).param("now", now()).update() > 0;
	}

	/** Notes how a job has ended, unless it is another instance's meanwhile. */
	boolean end(UUID id, UUID owner, JobStatus status, @Nullable String result, @Nullable String error) {
		return this.jdbc.sql(END)
			.param("id", id)
			.param("owner", owner)
			.param("status", status.name())
			.param("result", result)
			.param("error", error)
			.param("now", now())
			.update() > 0;
	}

	boolean requestStop(UUID id) {
		return this.jdbc.sql(STOP).param("id", id).param("now", now()).update() > 0;
	}

	boolean queue(UUID id, UUID owner) {
		return this.jdbc.sql(QUEUE).param("id", id).param("owner", owner).param("now", now()).update() > 0;
	}

	/** Takes over the jobs that dead instances have left. */
	List<UUID> takeOver(UUID owner, double lease) {
		return this.jdbc.sql(TAKE_OVER)
			.param("owner", owner)
			.param("lease", lease)
			.param("now", now())
			.query(UUID.class)
			.list();
	}

	/** Whether to stop, or nothing when the job is another instance's now. */
	Optional<Boolean> stopRequested(UUID id, UUID owner) {
		return this.jdbc.sql("select stop_requested from migration_job where id = :id and owner = :owner")
			.param("id", id)
			.param("owner", owner)
			.query(Boolean.class)
			.optional();
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

	/** How far the parts of a job are. */
	PartCounts counts(UUID id) {
		return this.jdbc
			.sql("""
					select coalesce(sum(done), 0) as done, count(*) filter (where state = 'WAITING') as waiting,
					count(*) filter (where state = 'RUNNING') as running, count(*) filter (where state = 'DONE') as finished,
					count(distinct instance) as instances from migration_part where job_id = :id""")
			.param("id", id)
			.query((row, number) -> new PartCounts(row.getLong("done"), row.getInt("waiting"), row.getInt("running"),
					row.getInt("finished"), row.getInt("instances")))
			.single();
	}

	/**
	 * A job to be stored.
	 *
	 * @param id its id
	 * @param kind its kind
	 * @param dataSetId the data set that it is about
	 * @param task what to do, as JSON
	 * @param total how much work it is
	 * @param owner who leads it
	 * @param createdBy who asked for it
	 */
	record NewJob(UUID id, String kind, @Nullable UUID dataSetId, String task, long total, UUID owner,
			String createdBy) {
	}

	/**
	 * A job as it is stored.
	 *
	 * @param id its id
	 * @param version its version
	 * @param kind its kind
	 * @param status where it stands
	 * @param dataSetId the data set that it is about
	 * @param task what to do, as JSON
	 * @param result what it gave, as JSON
	 * @param error why it failed
	 * @param total how much work it is
	 * @param doneBefore how much was done before it was started last
	 * @param createdBy who asked for it
	 * @param createdAt when
	 * @param startedAt when it was started last
	 * @param finishedAt when it ended
	 */
	record StoredJob(UUID id, long version, String kind, JobStatus status, @Nullable UUID dataSetId, String task,
			@Nullable String result, @Nullable String error, long total, long doneBefore, String createdBy,
			Instant createdAt, @Nullable Instant startedAt, @Nullable Instant finishedAt) {
	}

	/**
	 * Parts by state.
	 *
	 * @param done how much work is done
	 * @param waiting parts that wait
	 * @param running parts that are worked on
	 * @param finished parts that are done
	 * @param instances how many instances work, or have worked, on them
	 */
	record PartCounts(long done, int waiting, int running, int finished, int instances) {
	}

}
