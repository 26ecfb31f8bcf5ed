package io.kehu.migration.connection;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.migration.access.StewardAccess;
import io.kehu.platform.access.Ownership;
import io.kehu.platform.security.Callers;
import jakarta.persistence.EntityManager;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The stored connections.
 */
@Repository
class ConnectionStore {

	private static final String INSERT = """
			insert into database_connection (id, version, name, kind, host, port, database_name, username, password, tls,
			owner_id, team_id, created_by, created_at, updated_at) values (:id, 0, :name, :kind, :host, :port, :database,
			:user, :password, :tls, :owner, :team, :by, :now, :now)""";

	private final JdbcClient jdbc;

	private final EntityManager entities;

	private final Clock clock;

	ConnectionStore(JdbcClient jdbc, EntityManager entities, Clock clock) {
		this.jdbc = jdbc;
		this.entities = entities;
		this.clock = clock;
	}

	void insert(UUID id, NewConnection wanted, byte[] password) {
		Ownership ownership = StewardAccess.ownership();
		this.jdbc.sql(INSERT)
			.param("id", id)
			.param("name", wanted.name())
			.param("kind", wanted.kind())
			.param("host", wanted.host())
			.param("port", wanted.usedPort())
			.param("database", wanted.database())
			.param("user", wanted.user())
			.param("password", password)
			.param("tls", wanted.usedTls())
			.param("owner", ownership.ownerId())
			.param("team", ownership.teamId())
			.param("by", Callers.current().name())
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	/** Deletes a connection with its password. */
	void delete(UUID id) {
		this.jdbc
			.sql("update database_connection set version = version + 1, password = '', deleted_at = :now,"
					+ " updated_at = :now where id = :id and deleted_at is null")
			.param("id", id)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	@SuppressWarnings("unchecked")
	Optional<DatabaseConnection> find(UUID id) {
		List<DatabaseConnection> found = this.entities
			.createNativeQuery("select * from database_connection where id = :id and deleted_at is null",
					DatabaseConnection.class)
			.setParameter("id", id)
			.getResultList();
		found.forEach(this.entities::detach);
		return found.stream().findFirst();
	}

}
