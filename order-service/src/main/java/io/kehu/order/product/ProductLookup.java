package io.kehu.order.product;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The products that a chunk of details speaks of: found by two queries, and added to as
 * new ones are made.
 */
final class ProductLookup {

	private final Map<String, Product> bySku = new HashMap<>();

	private final Map<ExternalId, Product> byExternalId = new HashMap<>();

	private ProductLookup() {
	}

	static ProductLookup of(ProductRepository repository, Collection<ProductDetails> details) {
		ProductLookup lookup = new ProductLookup();
		repository.findBySkuIn(details.stream().map(ProductDetails::sku).distinct().toList()).forEach(lookup::add);
		List<ExternalId> ids = details.stream().flatMap((one) -> one.externalIds().stream()).distinct().toList();
		if (!ids.isEmpty()) {
			repository
				.findByExternalIds(ids.stream().map(ExternalId::system).toArray(String[]::new),
						ids.stream().map(ExternalId::id).toArray(String[]::new))
				.forEach(lookup::add);
		}
		return lookup;
	}

	void add(Product product) {
		this.bySku.put(product.sku(), product);
		product.externalIds().forEach((id) -> this.byExternalId.put(id, product));
	}

	/**
	 * Returns the one product that has an external id of these details, or else is called
	 * so, or null.
	 * @throws ProblemException when there are several, or it is deleted
	 */
	@Nullable Product find(ProductDetails details) {
		Product found = null;
		for (ExternalId id : details.externalIds()) {
			Product product = this.byExternalId.get(id);
			if (product != null && found != null && !same(product, found)) {
				throw taken(details, id);
			}
			found = (product != null) ? product : found;
		}
		Product result = (found != null) ? found : this.bySku.get(details.sku());
		if (result != null && result.deleted()) {
			throw ProblemException.conflict("/sku", "conflict",
					"product %s is deleted; it can be restored".formatted(result.sku()));
		}
		return result;
	}

	/**
	 * Checks details that shall be those of this product, or of a new one.
	 * @throws ProblemException when the sku or an external id belongs to another product
	 */
	void check(ProductDetails details, @Nullable Product product) {
		if (belongsToAnother(this.bySku.get(details.sku()), product)) {
			throw ProblemException.conflict("/sku", "conflict",
					"%s is the sku of another product".formatted(details.sku()));
		}
		for (ExternalId id : details.externalIds()) {
			if (belongsToAnother(this.byExternalId.get(id), product)) {
				throw taken(details, id);
			}
		}
	}

	private static boolean belongsToAnother(@Nullable Product holder, @Nullable Product product) {
		return holder != null && (product == null || !same(holder, product));
	}

	private static boolean same(Product one, Product other) {
		return one.id().equals(other.id());
	}

	private static ProblemException taken(ProductDetails details, ExternalId id) {
		return ProblemException.conflict("/externalIds/" + details.externalIds().indexOf(id), "conflict",
				"%s:%s belongs to another product".formatted(id.system(), id.id()));
	}

}
