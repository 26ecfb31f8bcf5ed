package io.kehu.order.opportunity;

import java.time.Instant;
import java.util.List;

import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.record.DetailedRecord;
import jakarta.persistence.Entity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;

/**
 * The stages through which opportunities proceed, and the reasons for which they end.
 */
@Entity
class Pipeline extends DetailedRecord<PipelineDetails, PipelineView> {

	private String name;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<Stage> stages;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<CloseReason> reasons;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Pipeline() {
	}

	@SuppressWarnings("NullAway.Init")
	Pipeline(PipelineDetails details, Instant now) {
		super(now);
		apply(details);
	}

	@Override
	protected void apply(PipelineDetails details) {
		this.name = details.name();
		this.stages = details.stages();
		this.reasons = details.reasons();
	}

	@Override
	public PipelineDetails details() {
		return new PipelineDetails(this.name, this.stages, this.reasons);
	}

	@Override
	public PipelineView view() {
		return new PipelineView(id(), version(), details(), createdAt(), updatedAt(), deletedAt());
	}

	String name() {
		return this.name;
	}

}
