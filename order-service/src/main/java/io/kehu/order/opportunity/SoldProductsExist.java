package io.kehu.order.opportunity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.order.product.CatalogProduct;
import io.kehu.order.product.ProductCatalog;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ChunkCheck;
import io.kehu.platform.record.RecordCheck;

import org.springframework.util.function.SingletonSupplier;

/**
 * Checks that the products of an opportunity exist. Those that it has already may have
 * been deleted in the meantime.
 */
record SoldProductsExist(ProductCatalog catalog) implements ChunkCheck<OpportunityDetails> {

	@Override
	public RecordCheck<OpportunityDetails> prepare(Collection<OpportunityDetails> chunk) {
		Set<UUID> ids = chunk.stream().flatMap((one) -> products(one).stream()).collect(Collectors.toSet());
		SingletonSupplier<Set<UUID>> known = SingletonSupplier.of(() -> find(ids));
		return (candidate) -> {
			List<UUID> wanted = products(candidate.details());
			for (int i = 0; i < wanted.size(); i++) {
				if (candidate.adds(SoldProductsExist::products, wanted.get(i))
						&& !known.obtain().contains(wanted.get(i))) {
					throw ProblemException.invalid("/products/%d/productId".formatted(i), "unknown_reference",
							"there is no product with this id");
				}
			}
		};
	}

	private static List<UUID> products(OpportunityDetails details) {
		return details.products().stream().map(SoldProduct::productId).toList();
	}

	private Set<UUID> find(Set<UUID> ids) {
		return this.catalog.find(ids, List.of()).stream().map(CatalogProduct::id).collect(Collectors.toSet());
	}

}
