package io.kehu.migration.definition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.migration.access.StewardAccess;
import io.kehu.platform.access.Ownership;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The stored cleaning definitions.
 */
@Repository
class DefinitionStore {

	private static final String SELECT = """
			select d.id, d.version, d.name, r.revision, r.rules, d.created_by, d.created_at, d.updated_at
			from cleaning_definition d join cleaning_revision r on r.definition_id = d.id
			where %s""";

	private static final String UPDATE = """
			update cleaning_definition set version = version + 1, name = :name, revision = :revision, updated_at = :now
			where id = :id and version = :version and deleted_at is null""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	private final StewardAccess access;

	DefinitionStore(JdbcClient jdbc, JsonMapper json, Clock clock, StewardAccess access) {
		this.access = access;
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	void insert(UUID id, DefinitionDetails details, String by) {
		Ownership ownership = StewardAccess.ownership();
		this.jdbc
			.sql("insert into cleaning_definition (id, version, name, revision, created_by, created_at, updated_at,"
					+ " owner_id, team_id) values (:id, 0, :name, 1, :by, :now, :now, :owner, :team)")
			.param("id", id)
			.param("name", details.name())
			.param("by", by)
			.param("owner", ownership.ownerId())
			.param("team", ownership.teamId())
			.param("now", now())
			.update();
		insertRevision(id, 1, details.rules(), by);
	}

	private void insertRevision(UUID id, int revision, List<JsonNode> rules, String by) {
		this.jdbc
			.sql("insert into cleaning_revision (definition_id, revision, rules, created_by, created_at)"
					+ " values (:id, :revision, cast(:rules as jsonb), :by, :now)")
			.param("id", id)
			.param("revision", revision)
			.param("rules", this.json.writeValueAsString(rules))
			.param("by", by)
			.param("now", now())
			.update();
	}

	/**
	 * Changes a definition, and returns whether it still had the expected version.
	 */
	boolean change(DefinitionView from, DefinitionDetails to, String by) {
		boolean newRules = !from.rules().equals(to.rules());
		int revision = from.revision() + (newRules ? 1 : 0);
		boolean changed = this.jdbc.sql(UPDATE)
			.param("id", from.id())
			.param("version", from.version())
			.param("name", to.name())
			.param("revision", revision)
			.param("now", now())
			.update() > 0;
		if (changed && newRules) {
			insertRevision(from.id(), revision, to.rules(), by);
		}
		return changed;
	}

	void delete(UUID id) {
		this.jdbc.sql("update cleaning_definition set deleted_at = :now, version = version + 1 where id = :id")
			.param("id", id)
			.param("now", now())
			.update();
	}

	Optional<DefinitionView> find(UUID id) {
		return !this.access.visible(Definition.class, id) ? Optional.empty()
				: this.jdbc.sql(SELECT.formatted("d.id = :id and r.revision = d.revision and d.deleted_at is null"))
					.param("id", id)
					.query((row, number) -> view(row))
					.optional();
	}

	Optional<DefinitionView> find(UUID id, int revision) {
		return !this.access.visible(Definition.class, id) ? Optional.empty()
				: this.jdbc.sql(SELECT.formatted("d.id = :id and r.revision = :revision"))
					.param("id", id)
					.param("revision", revision)
					.query((row, number) -> view(row))
					.optional();
	}

	/** Returns the latest definitions. */
	List<DefinitionView> list() {
		List<UUID> ids = this.access.latest(Definition.class);
		return ids.isEmpty() ? List.of() : this.jdbc
			.sql(SELECT.formatted("r.revision = d.revision and d.id in (:ids) order by d.created_at desc, d.id desc"))
			.param("ids", ids)
			.query((row, number) -> view(row))
			.list();
	}

	private DefinitionView view(ResultSet row) throws SQLException {
		List<JsonNode> rules = this.json.readValue(row.getString("rules"), new TypeReference<List<JsonNode>>() {
		});
		return new DefinitionView(row.getObject("id", UUID.class), row.getLong("version"), row.getString("name"),
				row.getInt("revision"), rules, row.getString("created_by"), row.getTimestamp("created_at").toInstant(),
				row.getTimestamp("updated_at").toInstant());
	}

}
