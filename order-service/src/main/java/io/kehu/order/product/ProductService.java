package io.kehu.order.product;

import java.time.Instant;
import java.util.Collection;

import io.kehu.platform.cache.VersionedCache;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordEvents;
import io.kehu.platform.record.RecordService;
import io.kehu.platform.record.RecordTools;

import org.springframework.stereotype.Service;

/**
 * Changes products: those whose sku or external id is known, and new ones.
 */
@Service
class ProductService extends RecordService<ProductDetails, Product, ProductView> {

	/** The system whose ids are our own skus. */
	private static final String SKU = "sku";

	private static final RecordEvents EVENTS = new RecordEvents(ProductEvent.ADDED, ProductEvent.CHANGED,
			ProductEvent.DELETED, ProductEvent.RESTORED);

	private final ProductRepository products;

	ProductService(RecordTools tools, ProductRepository products, VersionedCache<ProductView> cache) {
		super(tools, EVENTS, products, cache);
		this.products = products;
	}

	@Override
	protected Product make(ProductDetails details, Instant now) {
		return Product.add(details, now);
	}

	@Override
	protected ProductLookup lookup(Collection<ProductDetails> details) {
		return ProductLookup.of(this.products, details);
	}

	/**
	 * The system {@code sku} is our own catalogue.
	 * @throws ProblemException when the path and the details name different skus
	 */
	@Override
	protected ProductDetails keyed(ExternalId key, ProductDetails details) {
		if (!key.system().equals(SKU)) {
			return super.keyed(key, details);
		}
		if (!key.id().equals(details.sku())) {
			throw ProblemException.invalid("/sku", "conflict", "is not the sku of the path");
		}
		return details;
	}

}
