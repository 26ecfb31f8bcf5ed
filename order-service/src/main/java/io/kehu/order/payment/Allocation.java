package io.kehu.order.payment;

import java.util.UUID;

import io.kehu.platform.money.Money;
import io.kehu.platform.money.Price;
import jakarta.validation.constraints.NotNull;

/**
 * The part of a payment that is for an order.
 */
record Allocation(@NotNull UUID orderId, @NotNull @Price Money amount) {

	Allocation {
		amount = (amount != null) ? amount.normalized() : null;
	}

}
