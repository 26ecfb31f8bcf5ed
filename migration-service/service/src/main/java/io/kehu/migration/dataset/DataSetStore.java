package io.kehu.migration.dataset;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.migration.access.StewardAccess;
import io.kehu.migration.intake.ReadingReport;
import io.kehu.migration.intake.SourceDescription;
import io.kehu.platform.access.Ownership;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The stored data sets.
 */
@Repository
class DataSetStore {

	private static final String INSERT = """
			insert into data_set (id, version, name, origin, status, parent_id, columns, rows, created_by, created_at,
			updated_at, owner_id, team_id, live) values (:id, 0, :name, :origin, 'STAGING', :parent, '[]', 0, :by, :now, :now,
			:owner, :team, :origin = 'LIVE' or coalesce((select live from data_set where id = :parent), false))""";

	private static final String READY = """
			update data_set set version = version + 1, status = 'READY', columns = cast(:columns as jsonb), rows = :rows,
			source = cast(:source as jsonb), reading = cast(:reading as jsonb), error = null, updated_at = :now
			where id = :id and status <> 'READY'""";

	private static final String FAILED = """
			update data_set set version = version + 1, status = 'FAILED', error = :error, updated_at = :now
			where id = :id and status = 'STAGING'""";

	private static final String APPROVE = """
			update data_set set version = version + 1, approved_by = :by, approved_at = :now, updated_at = :now
			where id = :id and approved_at is null""";

	private static final String DELETE = """
			update data_set set version = version + 1, deleted_at = :now, updated_at = :now
			where id = :id and deleted_at is null""";

	/** What was made from live customers contains them, too. */
	private static final String ATTACH = """
			update data_set set job_id = :job, updated_at = :now,
			live = live or (select live from migration_job where id = :job) where id = :id""";

	private final JdbcClient jdbc;

	private final EntityManager entities;

	private final JsonMapper json;

	private final Clock clock;

	DataSetStore(JdbcClient jdbc, EntityManager entities, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.entities = entities;
		this.json = json;
		this.clock = clock;
	}

	private JdbcClient.StatementSpec at(String sql, UUID id) {
		return this.jdbc.sql(sql).param("id", id).param("now", Timestamp.from(this.clock.instant()));
	}

	void insert(UUID id, String name, DataSetOrigin origin, @Nullable UUID parent, String by) {
		Ownership ownership = StewardAccess.ownership();
		at(INSERT, id).param("name", name)
			.param("origin", origin.name())
			.param("parent", parent)
			.param("by", by)
			.param("owner", ownership.ownerId())
			.param("team", ownership.teamId())
			.update();
	}

	void attach(UUID id, UUID job) {
		at(ATTACH, id).param("job", job).update();
	}

	void ready(UUID id, List<String> columns, long rows, SourceDescription source, ReadingReport reading) {
		at(READY, id).param("columns", this.json.writeValueAsString(columns))
			.param("rows", rows)
			.param("source", this.json.writeValueAsString(source))
			.param("reading", this.json.writeValueAsString(reading))
			.update();
	}

	void failed(UUID id, String error) {
		at(FAILED, id).param("error", error).update();
	}

	/** Marks a data set as being written again. */
	void again(UUID id) {
		at("update data_set set status = 'STAGING', error = null, updated_at = :now where id = :id and status = 'FAILED'",
				id)
			.update();
	}

	boolean approve(UUID id, String by) {
		return at(APPROVE, id).param("by", by).update() > 0;
	}

	boolean delete(UUID id) {
		return at(DELETE, id).update() > 0;
	}

	/**
	 * Returns the current data set with this id, unless it was deleted.
	 */
	@SuppressWarnings("unchecked")
	Optional<DataSet> find(UUID id) {
		List<DataSet> found = this.entities
			.createNativeQuery("select * from data_set where id = :id and deleted_at is null", DataSet.class)
			.setParameter("id", id)
			.getResultList();
		found.forEach(this.entities::detach);
		return found.stream().findFirst();
	}

}
