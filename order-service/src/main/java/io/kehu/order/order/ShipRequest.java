package io.kehu.order.order;

import java.time.Instant;
import java.util.List;

import io.kehu.platform.id.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The request to ship an order or a part of it.
 *
 * @param lines the quantities by line; by default all that is left
 * @param carrier who transports the goods
 */
record ShipRequest(@Nullable @Size(min = 1, max = 1000) List<@NotNull @Valid DeliveredLine> lines,
		@Nullable @Size(min = 1, max = 100) String carrier, @Nullable @Size(min = 1, max = 200) String trackingNumber) {

	Delivery toDelivery(List<DeliveredLine> open, Instant now) {
		return new Delivery(Ids.next(), DeliveryKind.SHIPMENT, now, (this.lines != null) ? this.lines : open,
				this.carrier, this.trackingNumber, null, null);
	}

}
