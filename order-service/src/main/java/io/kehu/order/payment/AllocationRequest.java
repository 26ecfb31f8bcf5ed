package io.kehu.order.payment;

import java.util.UUID;

import io.kehu.platform.money.Money;
import io.kehu.platform.money.Price;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The request to allocate what is left of a payment to an order.
 *
 * @param amount how much; by default as much as the order needs and the payment has left
 */
record AllocationRequest(@NotNull UUID orderId, @Nullable @Price Money amount) {
}
