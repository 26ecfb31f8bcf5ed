package io.kehu.order.tax;

import java.math.BigDecimal;
import java.time.Instant;

import io.kehu.platform.record.DetailedRecord;
import jakarta.persistence.Entity;

/**
 * A class of products with the same tax rate.
 */
@Entity
class TaxClass extends DetailedRecord<TaxClassDetails, TaxClassView> {

	private String code;

	private String name;

	private BigDecimal rate;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected TaxClass() {
	}

	@SuppressWarnings("NullAway.Init")
	TaxClass(TaxClassDetails details, Instant now) {
		super(now);
		apply(details);
	}

	@Override
	protected void apply(TaxClassDetails details) {
		this.code = details.code();
		this.name = details.name();
		this.rate = details.rate();
	}

	@Override
	public TaxClassDetails details() {
		return new TaxClassDetails(this.code, this.name, this.rate);
	}

	@Override
	public TaxClassView view() {
		return new TaxClassView(id(), version(), details(), createdAt(), updatedAt(), deletedAt());
	}

}
