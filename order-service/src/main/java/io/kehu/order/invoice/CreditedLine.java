package io.kehu.order.invoice;

import java.math.BigDecimal;

import io.kehu.order.amount.Decimals;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * A quantity of a line for which a credit note gives money back.
 *
 * @param lineNo the number of the line
 */
record CreditedLine(@Min(1) int lineNo, @NotNull @Positive @Digits(integer = 9, fraction = 4) BigDecimal quantity) {

	CreditedLine {
		quantity = (quantity != null) ? Decimals.plain(quantity) : null;
	}

}
