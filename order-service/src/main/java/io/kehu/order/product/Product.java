package io.kehu.order.product;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.money.Money;
import io.kehu.platform.record.DetailedRecord;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.Keyed;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import org.jspecify.annotations.Nullable;

/**
 * A product that can be ordered.
 */
@Entity
class Product extends DetailedRecord<ProductDetails, ProductView> implements Keyed {

	private String sku;

	private String name;

	private BigDecimal priceAmount;

	private String priceCurrency;

	private boolean active;

	private @Nullable UUID categoryId;

	private @Nullable UUID taxClassId;

	@ElementCollection
	@CollectionTable(name = "product_external_id", joinColumns = @JoinColumn(name = "product_id"))
	private Set<ExternalId> externalIds = new HashSet<>();

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Product() {
	}

	@SuppressWarnings("NullAway.Init")
	private Product(ProductDetails details, Instant now) {
		super(now);
		apply(details);
	}

	/**
	 * Adds a new product.
	 */
	static Product add(ProductDetails details, Instant now) {
		return new Product(details, now);
	}

	@Override
	protected void apply(ProductDetails details) {
		this.sku = details.sku();
		this.name = details.name();
		this.priceAmount = details.price().decimal();
		this.priceCurrency = details.price().currency();
		this.active = Boolean.TRUE.equals(details.active());
		this.categoryId = details.categoryId();
		this.taxClassId = details.taxClassId();
		ExternalId.replace(this.externalIds, details.externalIds());
	}

	@Override
	public ProductDetails details() {
		return new ProductDetails(this.sku, this.name, price(), this.active, this.categoryId, this.taxClassId,
				ExternalId.sorted(this.externalIds));
	}

	@Override
	public ProductView view() {
		return new ProductView(id(), version(), this.sku, this.name, price(), this.active, this.categoryId,
				this.taxClassId, ExternalId.sorted(this.externalIds), createdAt(), updatedAt(), deletedAt());
	}

	private Money price() {
		return Money.of(this.priceAmount, this.priceCurrency).normalized();
	}

	String sku() {
		return this.sku;
	}

	String name() {
		return this.name;
	}

}
