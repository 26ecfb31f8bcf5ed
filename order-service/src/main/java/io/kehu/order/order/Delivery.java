package io.kehu.order.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A shipment to the customer, or a return.
 *
 * @param at when it was entered
 * @param carrier who transports the goods
 * @param reason why the goods were returned
 * @param restocked whether returned goods went back to the stock; null for a shipment
 */
record Delivery(UUID id, DeliveryKind kind, Instant at, List<DeliveredLine> lines, @Nullable String carrier,
		@Nullable String trackingNumber, @Nullable String reason, @Nullable Boolean restocked) {

	/** Returns the quantity of a line. */
	BigDecimal quantity(int lineNo) {
		return this.lines.stream()
			.filter((line) -> line.lineNo() == lineNo)
			.map(DeliveredLine::quantity)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
