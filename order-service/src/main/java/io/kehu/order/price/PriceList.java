package io.kehu.order.price;

import java.time.Instant;
import java.time.LocalDate;

import io.kehu.platform.record.DetailedRecord;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/**
 * A list of prices in one currency, for all customers or those of a segment.
 */
@Entity
class PriceList extends DetailedRecord<PriceListDetails, PriceListView> {

	private String code;

	private String name;

	private String currency;

	private @Nullable String segment;

	private @Nullable LocalDate validFrom;

	private @Nullable LocalDate validTo;

	private int priority;

	private boolean active;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected PriceList() {
	}

	@SuppressWarnings("NullAway.Init")
	PriceList(PriceListDetails details, Instant now) {
		super(now);
		apply(details);
	}

	@Override
	protected void apply(PriceListDetails details) {
		this.code = details.code();
		this.name = details.name();
		this.currency = details.currency();
		this.segment = details.segment();
		this.validFrom = details.validFrom();
		this.validTo = details.validTo();
		this.priority = (details.priority() != null) ? details.priority() : 0;
		this.active = Boolean.TRUE.equals(details.active());
	}

	@Override
	public PriceListDetails details() {
		return new PriceListDetails(this.code, this.name, this.currency, this.segment, this.validFrom, this.validTo,
				this.priority, this.active);
	}

	@Override
	public PriceListView view() {
		return new PriceListView(id(), version(), details(), createdAt(), updatedAt(), deletedAt());
	}

}
