package io.kehu.auth.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.json.ColumnValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Read-only entity for an audit log entry; {@link AuditLog} writes the entries.
 */
@Entity
@Immutable
@Table(name = "audit_log")
class AuditLine {

	@Id
	private UUID id;

	private Instant at;

	private String actor;

	private @Nullable String actorId;

	private String action;

	private @Nullable UUID subjectId;

	private @Nullable Long subjectVersion;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private Map<String, Object> details;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected AuditLine() {
	}

	UUID id() {
		return this.id;
	}

	Instant at() {
		return this.at;
	}

	AuditLineView view() {
		return new AuditLineView(this.id, this.at, this.actor, this.actorId, this.action, this.subjectId,
				this.subjectVersion, this.details);
	}

}
