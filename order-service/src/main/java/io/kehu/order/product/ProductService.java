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
 * Creates and changes products.
 */
@Service
class ProductService extends RecordService<ProductDetails, Product, ProductView> {

	/** The system of external ids that stands for our own SKUs. */
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
	 * Accepts our own SKUs as external ids of the system {@code sku}.
	 * @throws ProblemException 400 when the path and the details differ
	 */
	@Override
	protected ProductDetails keyed(ExternalId key, ProductDetails details) {
		if (!key.system().equals(SKU)) {
			return super.keyed(key, details);
		}
		if (!key.id().equals(details.sku())) {
			throw ProblemException.invalid("/sku", "conflict", "differs from the SKU in the path");
		}
		return details;
	}

}
