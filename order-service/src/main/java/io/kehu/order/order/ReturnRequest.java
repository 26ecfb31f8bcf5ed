package io.kehu.order.order;

import java.time.Instant;
import java.util.List;

import io.kehu.platform.id.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The request to take in goods that a customer has returned.
 *
 * @param lines the quantities by line
 * @param reason why the goods were returned
 * @param restock whether they go back to the stock, as they do by default
 */
record ReturnRequest(@NotEmpty @Size(max = 1000) List<@NotNull @Valid DeliveredLine> lines,
		@Nullable @Size(min = 1, max = 500) String reason, @Nullable Boolean restock) {

	Delivery toDelivery(Instant now) {
		return new Delivery(Ids.next(), DeliveryKind.RETURN, now, this.lines, null, null, this.reason,
				!Boolean.FALSE.equals(this.restock));
	}

}
