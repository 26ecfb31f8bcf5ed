package io.kehu.migration.mapping;

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
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The stored mappings.
 */
@Repository
class MappingStore {

	private static final String INSERT = """
			insert into crm_mapping (id, version, name, connection_id, mapping, unmapped, owner_id, team_id, created_by,
			created_at, updated_at) values (:id, 0, :name, :connection, cast(:mapping as jsonb), cast(:unmapped as jsonb),
			:owner, :team, :by, :now, :now)""";

	private static final String UPDATE = """
			update crm_mapping set version = version + 1, name = :name, connection_id = :connection,
			mapping = cast(:mapping as jsonb), unmapped = cast(:unmapped as jsonb), updated_at = :now
			where id = :id and version = :version and deleted_at is null""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	private final StewardAccess access;

	MappingStore(JdbcClient jdbc, JsonMapper json, Clock clock, StewardAccess access) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
		this.access = access;
	}

	void insert(UUID id, MappingDetails details, List<String> unmapped, String by) {
		Ownership ownership = StewardAccess.ownership();
		written(INSERT, id, details, unmapped).param("owner", ownership.ownerId())
			.param("team", ownership.teamId())
			.param("by", by)
			.update();
	}

	/** Changes a mapping, and returns whether it still had the expected version. */
	boolean change(MappingView from, MappingDetails to, List<String> unmapped) {
		return written(UPDATE, from.id(), to, unmapped).param("version", from.version()).update() > 0;
	}

	private JdbcClient.StatementSpec written(String sql, UUID id, MappingDetails details, List<String> unmapped) {
		return this.jdbc.sql(sql)
			.param("id", id)
			.param("name", details.name())
			.param("connection", details.connectionId())
			.param("mapping", this.json.writeValueAsString(details.mapping()))
			.param("unmapped", this.json.writeValueAsString(unmapped))
			.param("now", Timestamp.from(this.clock.instant()));
	}

	void delete(UUID id) {
		this.jdbc.sql("update crm_mapping set deleted_at = :now, version = version + 1 where id = :id")
			.param("id", id)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	Optional<MappingView> find(UUID id) {
		return !this.access.visible(StoredMapping.class, id) ? Optional.empty()
				: this.jdbc.sql("select * from crm_mapping where id = :id and deleted_at is null")
					.param("id", id)
					.query((row, number) -> view(row))
					.optional();
	}

	/** Returns the latest mappings. */
	List<MappingView> list() {
		List<UUID> ids = this.access.latest(StoredMapping.class);
		return ids.isEmpty() ? List.of()
				: this.jdbc.sql("select * from crm_mapping where id in (:ids) order by created_at desc, id desc")
					.param("ids", ids)
					.query((row, number) -> view(row))
					.list();
	}

	private MappingView view(ResultSet row) throws SQLException {
		return new MappingView(row.getObject("id", UUID.class), row.getLong("version"), row.getString("name"),
				row.getObject("connection_id", UUID.class),
				this.json.readValue(row.getString("mapping"), CrmMapping.class),
				this.json.readValue(row.getString("unmapped"), new TypeReference<List<String>>() {
				}), row.getString("created_by"), row.getTimestamp("created_at").toInstant(),
				row.getTimestamp("updated_at").toInstant());
	}

}
