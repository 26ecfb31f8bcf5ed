package io.kehu.order.price;

import java.time.Instant;
import java.util.List;

import io.kehu.platform.json.ColumnValue;
import io.kehu.platform.record.DetailedRecord;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;

/**
 * The price of a product in a price list.
 */
@Entity
class ListedPrice extends DetailedRecord<PriceDetails, PriceView> {

	/** Named like the member of the details to which errors about the key point. */
	@Embedded
	private PriceKey productId;

	@JdbcTypeCode(SqlTypes.JSON)
	@Mutability(ColumnValue.class)
	private List<VolumeBreak> breaks;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected ListedPrice() {
	}

	@SuppressWarnings("NullAway.Init")
	ListedPrice(PriceDetails details, Instant now) {
		super(now);
		apply(details);
	}

	@Override
	protected void apply(PriceDetails details) {
		this.productId = new PriceKey(details.priceListId(), details.productId());
		this.breaks = details.breaks();
	}

	@Override
	public PriceDetails details() {
		return new PriceDetails(this.productId.priceListId(), this.productId.productId(), this.breaks);
	}

	@Override
	public PriceView view() {
		return new PriceView(id(), version(), details(), createdAt(), updatedAt(), deletedAt());
	}

	PriceKey key() {
		return this.productId;
	}

}
