package io.kehu.order.product;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.id.Ids;
import io.kehu.platform.money.Money;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * Something that we sell.
 */
@Entity
class Product {

	@Id
	private UUID id;

	@Version
	private @Nullable Long version;

	private String sku;

	private String name;

	private BigDecimal priceAmount;

	private String priceCurrency;

	private boolean active;

	@ElementCollection
	@CollectionTable(name = "product_external_id", joinColumns = @JoinColumn(name = "product_id"))
	private Set<ExternalId> externalIds = new HashSet<>();

	private Instant createdAt;

	private Instant updatedAt;

	private @Nullable Instant deletedAt;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected Product() {
	}

	@SuppressWarnings("NullAway.Init")
	private Product(UUID id, ProductDetails details, Instant now) {
		this.id = id;
		this.createdAt = now;
		apply(details, now);
	}

	/**
	 * Adds a new product.
	 */
	static Product add(ProductDetails details, Instant now) {
		return new Product(Ids.next(), details, now);
	}

	/**
	 * Changes the product to these details.
	 * @return whether anything is different
	 */
	boolean change(ProductDetails details, Instant now) {
		if (details.equals(details())) {
			return false;
		}
		apply(details, now);
		return true;
	}

	private void apply(ProductDetails details, Instant now) {
		this.sku = details.sku();
		this.name = details.name();
		this.priceAmount = details.price().decimal();
		this.priceCurrency = details.price().currency();
		this.active = Boolean.TRUE.equals(details.active());
		this.updatedAt = now;
		Set<ExternalId> wanted = Set.copyOf(details.externalIds());
		this.externalIds.retainAll(wanted);
		this.externalIds.addAll(wanted);
	}

	/**
	 * Deletes the product; it can be restored.
	 */
	void delete(Instant now) {
		this.deletedAt = now;
		this.updatedAt = now;
	}

	/**
	 * Brings the product back.
	 */
	void restore(Instant now) {
		this.deletedAt = null;
		this.updatedAt = now;
	}

	/**
	 * Returns what clients may change, as it is now.
	 */
	ProductDetails details() {
		return new ProductDetails(this.sku, this.name, price(), this.active, sortedExternalIds());
	}

	/**
	 * Returns the product as others see it; to be asked once the version is settled.
	 */
	ProductView view() {
		return new ProductView(this.id, version(), this.sku, this.name, price(), this.active, sortedExternalIds(),
				this.createdAt, this.updatedAt, this.deletedAt);
	}

	private List<ExternalId> sortedExternalIds() {
		return this.externalIds.stream().sorted(ProductDetails.BY_SYSTEM).toList();
	}

	private Money price() {
		return Money.of(this.priceAmount, this.priceCurrency).normalized();
	}

	UUID id() {
		return this.id;
	}

	long version() {
		return (this.version != null) ? this.version : 0;
	}

	boolean deleted() {
		return this.deletedAt != null;
	}

	String sku() {
		return this.sku;
	}

	String name() {
		return this.name;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant updatedAt() {
		return this.updatedAt;
	}

	Set<ExternalId> externalIds() {
		return Set.copyOf(this.externalIds);
	}

}
