package io.kehu.order.payment;

import java.time.LocalDate;
import java.util.UUID;

import io.kehu.platform.money.Money;
import io.kehu.platform.money.Price;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A part of a payment that was paid back.
 *
 * @param orderId the order that it was for, or null if that part was not allocated
 * @param reference the provider's or the bank's own reference
 */
record Refund(@Nullable UUID orderId, @NotNull @Price Money amount, @NotNull LocalDate refundedOn,
		@Nullable @Size(min = 1, max = 200) String reference, @Nullable @Size(min = 1, max = 500) String reason) {

	Refund {
		amount = (amount != null) ? amount.normalized() : null;
	}

}
