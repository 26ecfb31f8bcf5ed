package io.kehu.order.rate;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.record.DetailedRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The exchange rates of a day.
 */
@Entity
@Table(name = "exchange_rate_sheet")
class RateSheet extends DetailedRecord<RateSheetDetails, RateSheetView> {

	private LocalDate day;

	private String base;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private Map<String, BigDecimal> rates;

	private @Nullable String source;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected RateSheet() {
	}

	@SuppressWarnings("NullAway.Init")
	RateSheet(RateSheetDetails details, Instant now) {
		super(now);
		apply(details);
	}

	@Override
	protected void apply(RateSheetDetails details) {
		this.day = details.day();
		this.base = details.base();
		this.rates = details.rates();
		this.source = details.source();
	}

	@Override
	public RateSheetDetails details() {
		return new RateSheetDetails(this.day, this.base, this.rates, this.source);
	}

	@Override
	public RateSheetView view() {
		return new RateSheetView(id(), version(), details(), createdAt(), updatedAt(), deletedAt());
	}

	LocalDate day() {
		return this.day;
	}

}
