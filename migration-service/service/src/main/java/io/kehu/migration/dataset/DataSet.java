package io.kehu.migration.dataset;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.intake.ReadingReport;
import io.kehu.migration.intake.SourceDescription;
import io.kehu.platform.access.Guarded;
import io.kehu.platform.json.ColumnValue;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Rows in staging with their metadata; changed by {@link DataSetStore} alone.
 */
@Entity
@Immutable
@Guarded(table = "data_set", read = "migration:read", write = "migration:write", delete = "migration:write")
class DataSet {

	@Id
	private UUID id;

	private long version;

	private String name;

	@Enumerated(EnumType.STRING)
	private DataSetOrigin origin;

	@Enumerated(EnumType.STRING)
	private DataSetStatus status;

	private @Nullable UUID parentId;

	private @Nullable UUID jobId;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<String> columns;

	private long rows;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private @Nullable SourceDescription source;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private @Nullable ReadingReport reading;

	private @Nullable String error;

	private @Nullable String approvedBy;

	private @Nullable Instant approvedAt;

	private boolean live;

	private String createdBy;

	private Instant createdAt;

	private Instant updatedAt;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected DataSet() {
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

	@Nullable SourceDescription source() {
		return this.source;
	}

	@Nullable ReadingReport reading() {
		return this.reading;
	}

	/** Returns whether its rows are or were made from live customers. */
	boolean live() {
		return this.live;
	}

	DataSetView view() {
		return new DataSetView(this.id, this.version, this.name, this.origin, this.status, this.parentId, this.jobId,
				this.columns, this.rows, (this.source != null) ? Detection.of(this.source, this.reading) : null,
				this.reading, this.error, this.approvedBy, this.approvedAt, this.createdBy, this.createdAt,
				this.updatedAt);
	}

}
