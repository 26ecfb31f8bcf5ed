package io.kehu.order.product;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import io.kehu.platform.cache.Versioned;
import io.kehu.platform.cache.VersionedCache;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExpectedVersion;
import io.kehu.platform.record.RecordJournal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes products, one at a time, and has each change noted.
 */
@Service
class ProductService {

	private final ProductRepository products;

	private final VersionedCache<ProductView> cache;

	private final RecordJournal journal;

	private final RequestJson json;

	private final Clock clock;

	ProductService(ProductRepository products, VersionedCache<ProductView> cache, RecordJournal journal,
			RequestJson json, Clock clock) {
		this.products = products;
		this.cache = cache;
		this.journal = journal;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Returns a product.
	 * @throws ProblemException when there is none, or it is deleted
	 */
	ProductView get(UUID id) {
		return this.cache
			.get(id, () -> this.products.findPresentView(id).map((view) -> new Versioned<>(view.version(), view)))
			.orElseThrow(() -> ProblemException.notFound("product", id));
	}

	@Transactional
	public ProductView create(ProductDetails details) {
		ProductLookup.of(this.products, List.of(details)).check(details, null);
		Product product = this.products.save(Product.add(details, this.clock.instant()));
		return noted(ProductEvent.ADDED, product, null);
	}

	@Transactional
	public ProductView patch(UUID id, ExpectedVersion expected, JsonNode patch) {
		Product product = present(id, expected);
		return change(product, this.json.merge(product.details(), patch, ProductDetails.class));
	}

	private ProductView change(Product product, ProductDetails details) {
		ProductLookup.of(this.products, List.of(details)).check(details, product);
		ProductView before = product.view();
		return product.change(details, this.clock.instant()) ? noted(ProductEvent.CHANGED, product, before) : before;
	}

	/**
	 * Makes the product that another system calls so be as these details say; the system
	 * {@code sku} is our own catalogue.
	 * @return the product, and whether it is new
	 * @throws ProblemException when the path and the details name different skus
	 */
	@Transactional
	public Upserted upsert(ExternalId key, ProductDetails details) {
		this.products.lock(key.system() + ":" + key.id());
		boolean bySku = key.system().equals(ExternalId.SKU);
		if (bySku && !key.id().equals(details.sku())) {
			throw ProblemException.invalid("/sku", "conflict", "is not the sku of the path");
		}
		ProductDetails keyed = bySku ? details : details.keeping(List.of(key));
		Product product = ProductLookup.of(this.products, List.of(keyed)).find(keyed);
		return (product == null) ? new Upserted(create(keyed), true)
				: new Upserted(change(product, keyed.keeping(product.externalIds())), false);
	}

	@Transactional
	public void delete(UUID id, ExpectedVersion expected) {
		Product product = present(id, expected);
		ProductView before = product.view();
		product.delete(this.clock.instant());
		noted(ProductEvent.DELETED, product, before);
	}

	/**
	 * Brings a deleted product back; one that is there stays as it is.
	 * @throws ProblemException when there never was one
	 */
	@Transactional
	public ProductView restore(UUID id) {
		Product product = this.products.findById(id).orElseThrow(() -> ProblemException.notFound("product", id));
		ProductView before = product.view();
		if (!product.deleted()) {
			return before;
		}
		product.restore(this.clock.instant());
		return noted(ProductEvent.RESTORED, product, before);
	}

	private Product present(UUID id, ExpectedVersion expected) {
		Product product = this.products.findPresent(id).orElseThrow(() -> ProblemException.notFound("product", id));
		expected.check(product.version());
		return product;
	}

	private ProductView noted(ProductEvent event, Product product, @Nullable ProductView before) {
		this.products.flush();
		ProductView after = product.view();
		this.journal.note(event.of(before, after));
		this.cache.changed(after.id(), after.version(), product.deleted() ? null : after);
		return after;
	}

	/**
	 * What an upsert led to.
	 */
	record Upserted(ProductView view, boolean created) {
	}

}
