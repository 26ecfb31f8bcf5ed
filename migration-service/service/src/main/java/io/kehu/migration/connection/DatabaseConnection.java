package io.kehu.migration.connection;

import java.time.Instant;
import java.util.UUID;

import io.kehu.platform.access.Guarded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/**
 * A database that tables are moved from or to.
 */
@Entity
@Immutable
@Guarded(table = "database_connection", read = "migration:read", write = "migration:write", delete = "migration:write")
class DatabaseConnection {

	@Id
	private UUID id;

	private long version;

	private String name;

	private String kind;

	private String host;

	private int port;

	@Column(name = "database_name")
	private String database;

	private String username;

	private byte[] password;

	private String tls;

	private String createdBy;

	private Instant createdAt;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected DatabaseConnection() {
	}

	UUID id() {
		return this.id;
	}

	String name() {
		return this.name;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	byte[] sealedPassword() {
		return this.password;
	}

	ConnectionView view() {
		return new ConnectionView(this.id, this.version, this.name, this.kind, this.host, this.port, this.database,
				this.username, this.tls, this.createdBy, this.createdAt);
	}

}
