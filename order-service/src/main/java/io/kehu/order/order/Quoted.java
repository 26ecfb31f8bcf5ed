package io.kehu.order.order;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.access.Ownership;
import org.jspecify.annotations.Nullable;

/**
 * What a quote offers to a customer.
 *
 * @param currency the currency of the lines, by default that of the first line
 */
public record Quoted(UUID customerId, @Nullable String currency, List<OrderLineDetails> lines) {

	OrderDetails toOrder() {
		return new OrderDetails(null, this.customerId, null, null, null, this.currency, this.lines, null, null,
				Ownership.NONE);
	}

}
