package io.kehu.migration.tables;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.migration.move.chunk.RunKey;
import io.kehu.migration.move.plan.MovePlan;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The stored moves.
 */
@Repository
class TableMoveStore {

	/** Plans have optional conditions, which the API's own mapper refuses. */
	private static final JsonMapper PLANS = JsonMapper.builder().build();

	private final JdbcClient jdbc;

	private final Clock clock;

	TableMoveStore(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void insert(UUID id, MoveTask task, MovePlan plan, UUID pair, RunKey key) {
		this.jdbc
			.sql("insert into table_move (id, source_id, target_id, plan, key_pair_id, wrapped_key)"
					+ " values (:id, :source, :target, :plan, :pair, :key)")
			.param("id", id)
			.param("source", task.sourceId())
			.param("target", task.targetId())
			.param("plan", PLANS.writeValueAsString(plan))
			.param("pair", pair)
			.param("key", key.wrapped())
			.update();
	}

	StoredMove get(UUID id) {
		return find(id).orElseThrow(() -> new IllegalStateException("There is no move " + id));
	}

	Optional<StoredMove> find(UUID id) {
		return this.jdbc
			.sql("select plan, key_pair_id, wrapped_key, report, undo_job_id from table_move where id = :id")
			.param("id", id)
			.query((row, number) -> new StoredMove(id, PLANS.readValue(row.getString(1), MovePlan.class),
					row.getObject(2, UUID.class), ByteBuffer.wrap(row.getBytes(3)), row.getString(4),
					row.getObject(5, UUID.class)))
			.optional();
	}

	void report(UUID id, String report) {
		this.jdbc.sql("update table_move set report = :report where id = :id")
			.param("id", id)
			.param("report", report)
			.update();
	}

	/** Waits until no other transaction begins to undo a move or restarts it. */
	void lock(UUID id) {
		this.jdbc.sql("select id from table_move where id = :id for update")
			.param("id", id)
			.query(UUID.class)
			.optional();
	}

	void undoneBy(UUID id, UUID job) {
		this.jdbc.sql("update table_move set undo_job_id = :job where id = :id")
			.param("id", id)
			.param("job", job)
			.update();
	}

	/**
	 * Returns the moves that ended so long before now that their chunks can be shredded.
	 */
	List<UUID> outdated(Duration retention) {
		return this.jdbc
			.sql("select m.id from table_move m join migration_job j on j.id = m.id where m.shredded_at is null"
					+ " and j.finished_at < :before and j.status in ('COMPLETED', 'FAILED', 'STOPPED')")
			.param("before", Timestamp.from(this.clock.instant().minus(retention)))
			.query(UUID.class)
			.list();
	}

	void shredded(UUID id) {
		this.jdbc.sql("update table_move set shredded_at = :now where id = :id")
			.param("id", id)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	/**
	 * A stored move.
	 *
	 * @param id its id, which is that of its job
	 * @param plan the plan
	 * @param pair the id of the key pair that wraps the data key
	 * @param wrappedKey the wrapped data key
	 * @param report the report as JSON, once it exists
	 * @param undoJob the latest job that undoes it
	 */
	record StoredMove(UUID id, MovePlan plan, UUID pair, ByteBuffer wrappedKey, @Nullable String report,
			@Nullable UUID undoJob) {
	}

}
