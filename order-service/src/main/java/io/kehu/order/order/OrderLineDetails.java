package io.kehu.order.order;

import java.math.BigDecimal;
import java.util.UUID;

import io.kehu.order.amount.Decimals;
import io.kehu.platform.money.Money;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a line. The product is given by its id or SKU; SKU,
 * description and unit price default to those of the product, the unit price to that of a
 * price list if one applies, and the tax to the rate of its tax class. Discount and tax
 * are rates, not amounts: 0.15 is a discount of 15%, and 0.19 a tax of 19% on the
 * discounted amount.
 */
public record OrderLineDetails(@Nullable UUID productId, @Nullable @Size(max = 100) String sku,
		@Nullable @Size(max = 300) String description,
		@NotNull @Positive @Digits(integer = 9, fraction = 4) BigDecimal quantity, @Nullable Money unitPrice,
		@DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 6) BigDecimal discount,
		@Nullable @DecimalMin("0") @DecimalMax("9") @Digits(integer = 1, fraction = 6) BigDecimal tax) {

	public OrderLineDetails {
		quantity = (quantity != null) ? Decimals.plain(quantity) : null;
		unitPrice = (unitPrice != null) ? unitPrice.normalized() : null;
		discount = Decimals.plainOr(discount, BigDecimal.ZERO);
		tax = (tax != null) ? Decimals.plain(tax) : null;
	}

}
