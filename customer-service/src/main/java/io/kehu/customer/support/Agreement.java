package io.kehu.customer.support;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.record.DetailedRecord;
import jakarta.persistence.Entity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;

/**
 * The service level that was agreed for cases.
 */
@Entity
class Agreement extends DetailedRecord<AgreementDetails, AgreementView> {

	private String name;

	private UUID calendarId;

	private int riskPercent;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private Targets targets;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Agreement() {
	}

	@SuppressWarnings("NullAway.Init")
	Agreement(AgreementDetails details, Instant now) {
		super(now);
		apply(details);
	}

	@Override
	protected void apply(AgreementDetails details) {
		this.name = details.name();
		this.calendarId = details.calendarId();
		this.riskPercent = Objects.requireNonNull(details.riskPercent());
		this.targets = details.targets();
	}

	@Override
	public AgreementDetails details() {
		return new AgreementDetails(this.name, this.calendarId, this.riskPercent, this.targets);
	}

	@Override
	public AgreementView view() {
		return new AgreementView(id(), version(), details(), createdAt(), updatedAt(), deletedAt());
	}

}
