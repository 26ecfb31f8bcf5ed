package io.kehu.order.price;

import java.math.BigDecimal;

import io.kehu.order.amount.Decimals;
import io.kehu.platform.money.Money;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The unit price from a quantity on.
 *
 * @param minQuantity the smallest quantity of a line with this price; 0 by default
 * @param price the unit price
 */
record VolumeBreak(@Nullable @DecimalMin("0") @Digits(integer = 9, fraction = 4) BigDecimal minQuantity,
		@NotNull Money price) {

	VolumeBreak {
		minQuantity = Decimals.plain((minQuantity != null) ? minQuantity : BigDecimal.ZERO);
		price = (price != null) ? price.normalized() : null;
	}

	/** Returns the smallest quantity of a line with this price. */
	BigDecimal from() {
		return (this.minQuantity != null) ? this.minQuantity : BigDecimal.ZERO;
	}

}
