package io.kehu.order.product;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.json.Texts;
import io.kehu.platform.money.Money;
import io.kehu.platform.money.Price;
import io.kehu.platform.record.ExternalId;
import io.kehu.platform.record.KeyedDetails;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a product: the body of a create, an upsert or a bulk
 * line, and the target of a merge patch. A product is active by default.
 *
 * @param sku the stock-keeping unit, unique
 * @param price the unit price where no price list has one
 * @param taxClassId the tax class, whose rate is that of order lines by default
 */
record ProductDetails(@NotBlank @Size(max = 100) @Pattern(regexp = "\\S+( \\S+)*") String sku,
		@NotBlank @Size(max = 300) String name, @NotNull @Price Money price, @Nullable Boolean active,
		@Nullable UUID categoryId, @Nullable UUID taxClassId,
		@Size(max = 20) List<@NotNull @Valid ExternalId> externalIds) implements KeyedDetails<ProductDetails> {

	ProductDetails {
		name = Texts.visible(name);
		price = (price != null) ? price.normalized() : null;
		active = !Boolean.FALSE.equals(active);
		externalIds = (externalIds != null) ? externalIds : List.of();
	}

	@Override
	public ProductDetails with(List<ExternalId> all) {
		return new ProductDetails(this.sku, this.name, this.price, this.active, this.categoryId, this.taxClassId, all);
	}

}
