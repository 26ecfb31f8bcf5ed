package io.kehu.order.product;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import io.kehu.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a client may say of a product: the body of a create, of an upsert and of a bulk
 * line, and what a merge patch is applied to. A product is active unless said otherwise.
 *
 * @param sku what we call the product, unique
 */
record ProductDetails(@NotBlank @Size(max = 100) @Pattern(regexp = "\\S+( \\S+)*") String sku,
		@NotBlank @Size(max = 300) String name, @NotNull Money price, @Nullable Boolean active,
		@Size(max = 20) List<@NotNull @Valid ExternalId> externalIds) {

	static final Comparator<ExternalId> BY_SYSTEM = Comparator.comparing(ExternalId::system)
		.thenComparing(ExternalId::id);

	ProductDetails {
		name = (name != null) ? name.strip() : null;
		price = (price != null) ? price.normalized() : null;
		active = !Boolean.FALSE.equals(active);
		externalIds = (externalIds != null) ? externalIds : List.of();
	}

	/** The same with the external ids that the product has already. */
	ProductDetails keeping(Iterable<ExternalId> present) {
		TreeSet<ExternalId> all = new TreeSet<>(BY_SYSTEM);
		all.addAll(this.externalIds);
		present.forEach(all::add);
		return new ProductDetails(this.sku, this.name, this.price, this.active, List.copyOf(all));
	}

}
