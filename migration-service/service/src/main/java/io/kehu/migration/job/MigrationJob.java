package io.kehu.migration.job;

import java.time.Instant;
import java.util.UUID;

import io.kehu.platform.access.Guarded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/**
 * A job as lists find it; the rest is read by its id.
 */
@Entity
@Immutable
@Guarded(table = "migration_job", read = "migration:read", write = "migration:write", delete = "migration:write")
class MigrationJob {

	@Id
	private UUID id;

	private String kind;

	private Instant createdAt;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected MigrationJob() {
	}

	UUID id() {
		return this.id;
	}

	String kind() {
		return this.kind;
	}

	Instant createdAt() {
		return this.createdAt;
	}

}
