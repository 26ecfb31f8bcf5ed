package io.kehu.migration.crm;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.kehu.migration.mapping.CrmMapping;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The stored runs of mappings, and the checkpoints of their partitions.
 */
@Repository
class CrmStore {

	private static final String CHECKPOINT = """
			update crm_part set last_key = ?, rows_read = rows_read + ?, lines_read = lines_read + ?,
			lines_loaded = lines_loaded + ? where run_id = ? and entity = ? and part = ?""";

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final JsonMapper json;

	CrmStore(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
		this.jdbc = jdbc;
		this.template = template;
		this.json = json;
	}

	void insert(UUID id, CrmTask task, CrmMapping mapping, UUID pair, Map<String, List<@Nullable String>> parts) {
		this.jdbc
			.sql("insert into crm_run (id, mapping_id, connection_id, mapping, key_pair_id)"
					+ " values (:id, :mapping, :connection, cast(:content as jsonb), :pair)")
			.param("id", id)
			.param("mapping", task.mappingId())
			.param("connection", task.connectionId())
			.param("content", this.json.writeValueAsString(mapping))
			.param("pair", pair)
			.update();
		parts.forEach((entity, conditions) -> {
			for (int part = 0; part < conditions.size(); part++) {
				this.template.update("insert into crm_part (run_id, entity, part, condition) values (?, ?, ?, ?)", id,
						entity, part, conditions.get(part));
			}
		});
	}

	Optional<StoredRun> find(UUID id) {
		return this.jdbc.sql("select mapping, key_pair_id, report, undo_job_id from crm_run where id = :id")
			.param("id", id)
			.query((row, number) -> new StoredRun(id, this.json.readValue(row.getString(1), CrmMapping.class),
					row.getObject(2, UUID.class), row.getString(3), row.getObject(4, UUID.class)))
			.optional();
	}

	StoredRun get(UUID id) {
		return find(id).orElseThrow(() -> new IllegalStateException("There is no run " + id));
	}

	void report(UUID id, String report) {
		this.jdbc.sql("update crm_run set report = :report where id = :id")
			.param("id", id)
			.param("report", report)
			.update();
	}

	/** Waits until no other transaction begins to undo a run or restarts it. */
	void lock(UUID id) {
		this.jdbc.sql("select id from crm_run where id = :id for update").param("id", id).query(UUID.class).optional();
	}

	void undoneBy(UUID id, UUID job) {
		this.jdbc.sql("update crm_run set undo_job_id = :job where id = :id")
			.param("id", id)
			.param("job", job)
			.update();
	}

	/** Returns the number of partitions of each entity. */
	Map<String, Integer> parts(UUID run) {
		Map<String, Integer> parts = new HashMap<>();
		this.template.query("select entity, count(*) from crm_part where run_id = ? group by entity",
				(org.springframework.jdbc.core.RowCallbackHandler) (row) -> parts.put(row.getString(1), row.getInt(2)),
				run);
		return parts;
	}

	Part part(UUID run, String entity, int part) {
		return Objects.requireNonNull(this.template.queryForObject(
				"select condition, last_key from crm_part where run_id = ? and entity = ? and part = ?",
				(row, number) -> new Part(row.getString(1), keys(row)), run, entity, part));
	}

	private static @Nullable List<String> keys(ResultSet row) throws SQLException {
		Array keys = row.getArray("last_key");
		return (keys != null) ? List.of((String[]) keys.getArray()) : null;
	}

	/** Records how far a partition has been read. */
	void checkpoint(UUID run, String entity, int part, Progress progress) {
		this.template.update(CHECKPOINT, array(progress.lastKey()), progress.rows(), progress.lines(),
				progress.loadedLines(), run, entity, part);
	}

	static SqlArrayValue array(List<String> values) {
		return new SqlArrayValue("text", values.toArray());
	}

	/** Adds up what was read of an entity. */
	Sums sums(UUID run, String entity) {
		return this.jdbc
			.sql("select coalesce(sum(rows_read), 0), coalesce(sum(lines_read), 0), coalesce(sum(lines_loaded), 0)"
					+ " from crm_part where run_id = :run and entity = :entity")
			.param("run", run)
			.param("entity", entity)
			.query((row, number) -> new Sums(row.getLong(1), row.getLong(2), row.getLong(3)))
			.single();
	}

	/**
	 * A stored run.
	 *
	 * @param id its id, which is that of its job
	 * @param mapping the mapping as it was
	 * @param pair the id of the key pair that signs its report
	 * @param report the report as JSON, once it exists
	 * @param undoJob the latest job that undoes it
	 */
	record StoredRun(UUID id, CrmMapping mapping, UUID pair, @Nullable String report, @Nullable UUID undoJob) {
	}

	/**
	 * A partition.
	 *
	 * @param condition its condition in SQL, or null for all rows
	 * @param lastKey the key up to which it has been read, or null
	 */
	record Part(@Nullable String condition, @Nullable List<String> lastKey) {
	}

	/**
	 * A step of a partition.
	 *
	 * @param lastKey the key up to which it has been read
	 * @param rows the number of rows
	 * @param lines the number of lines of orders
	 * @param loadedLines the number of these that were loaded
	 */
	record Progress(List<String> lastKey, int rows, int lines, int loadedLines) {
	}

	/**
	 * What was read of an entity.
	 *
	 * @param rows the number of rows
	 * @param lines the number of lines of orders
	 * @param loadedLines the number of these that were loaded
	 */
	record Sums(long rows, long lines, long loadedLines) {
	}

}
