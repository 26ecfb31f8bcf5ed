package io.kehu.order.product;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.RecordLookup;
import org.jspecify.annotations.Nullable;

/**
 * The products that a chunk of details refers to: found with two queries, and extended as
 * new ones are created.
 */
final class ProductLookup implements RecordLookup<ProductDetails, Product> {

	private final Map<String, Product> bySku = new HashMap<>();

	private final Map<ExternalId, Product> byExternalId = new HashMap<>();

	private ProductLookup() {
	}

	static ProductLookup of(ProductRepository repository, Collection<ProductDetails> details) {
		ProductLookup lookup = new ProductLookup();
		repository.findBySkuIn(details.stream().map(ProductDetails::sku).distinct().toList()).forEach(lookup::add);
		repository.findByExternalIds(details.stream().flatMap((one) -> one.externalIds().stream()).distinct().toList())
			.forEach(lookup::add);
		return lookup;
	}

	@Override
	public void add(Product product) {
		this.bySku.put(product.sku(), product);
		product.externalIds().forEach((id) -> this.byExternalId.put(id, product));
	}

	@Override
	public @Nullable Product find(ProductDetails details) {
		Product found = null;
		for (ExternalId id : details.externalIds()) {
			Product product = this.byExternalId.get(id);
			if (product != null && found != null && !same(product, found)) {
				throw taken(product, details, id);
			}
			found = (product != null) ? product : found;
		}
		Product result = (found != null) ? found : this.bySku.get(details.sku());
		if (result != null && result.deleted()) {
			throw ProblemException.heldBy(result.id(), "/sku",
					"belongs to the deleted product %s, which can be restored".formatted(result.sku()));
		}
		return result;
	}

	@Override
	public void check(ProductDetails details, @Nullable Product product) {
		Product namesake = this.bySku.get(details.sku());
		if (namesake != null && belongsToAnother(namesake, product)) {
			throw ProblemException.heldBy(namesake.id(), "/sku",
					"%s belongs to another product".formatted(details.sku()));
		}
		for (ExternalId id : details.externalIds()) {
			Product holder = this.byExternalId.get(id);
			if (holder != null && belongsToAnother(holder, product)) {
				throw taken(holder, details, id);
			}
		}
	}

	private static boolean belongsToAnother(Product holder, @Nullable Product product) {
		return product == null || !same(holder, product);
	}

	private static boolean same(Product one, Product other) {
		return one.id().equals(other.id());
	}

	private static ProblemException taken(Product holder, ProductDetails details, ExternalId id) {
		return ProblemException.heldBy(holder.id(), "/externalIds/" + details.externalIds().indexOf(id),
				"%s:%s belongs to another product".formatted(id.system(), id.id()));
	}

}
