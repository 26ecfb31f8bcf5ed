package io.kehu.customer.field;

import java.time.Instant;

import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.record.DetailedRecord;
import jakarta.persistence.Entity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;

/**
 * The definition of a custom field of customers.
 */
@Entity
class CustomField extends DetailedRecord<CustomFieldDetails, CustomFieldView> {

	private String key;

	private int position;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private CustomFieldDetails definition;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected CustomField() {
	}

	@SuppressWarnings("NullAway.Init")
	CustomField(CustomFieldDetails details, Instant now) {
		super(now);
		apply(details);
	}

	@Override
	protected void apply(CustomFieldDetails details) {
		this.key = details.key();
		this.position = details.position();
		this.definition = details;
	}

	@Override
	public CustomFieldDetails details() {
		return this.definition;
	}

	@Override
	public CustomFieldView view() {
		return new CustomFieldView(id(), version(), details(), createdAt(), updatedAt(), deletedAt());
	}

	String key() {
		return this.key;
	}

	int position() {
		return this.position;
	}

}
