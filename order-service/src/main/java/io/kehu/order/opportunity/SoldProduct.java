package io.kehu.order.opportunity;

import java.math.BigDecimal;
import java.util.UUID;

import io.kehu.platform.json.PlainNumbers;
import io.kehu.platform.money.Money;
import io.kehu.platform.money.Price;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * A product that an opportunity is about.
 *
 * @param unitPrice the price that is being discussed, or null
 */
record SoldProduct(@NotNull UUID productId, @NotNull @Positive @Digits(integer = 9, fraction = 4) BigDecimal quantity,
		@Nullable @Price Money unitPrice) {

	SoldProduct {
		quantity = (quantity != null) ? PlainNumbers.plain(quantity) : null;
		unitPrice = (unitPrice != null) ? unitPrice.normalized() : null;
	}

}
