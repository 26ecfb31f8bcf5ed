package io.kehu.order.order;

import java.math.BigDecimal;

import io.kehu.order.amount.Decimals;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * A quantity of a line that is shipped or returned.
 *
 * @param lineNo the number of the line, from 1
 */
record DeliveredLine(@Min(1) int lineNo, @NotNull @Positive @Digits(integer = 9, fraction = 4) BigDecimal quantity) {

	DeliveredLine {
		quantity = (quantity != null) ? Decimals.plain(quantity) : null;
	}

}
