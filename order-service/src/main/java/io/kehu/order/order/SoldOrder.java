package io.kehu.order.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What an order contributes to the figures of sales.
 *
 * @param currency the currency of all its amounts
 * @param counts whether it is a sale: placed, neither cancelled nor deleted
 */
public record SoldOrder(LocalDate day, String currency, UUID customerId, @Nullable UUID ownerId, @Nullable UUID teamId,
		boolean counts, List<Line> lines) {

	static SoldOrder of(OrderView order) {
		boolean sold = switch (order.status()) {
			case PLACED, CONFIRMED, COMPLETED -> true;
			case DRAFT, CANCELLED -> false;
		};
		return new SoldOrder(order.orderDate(), order.total().currency(), order.customerId(),
				order.ownership().ownerId(), order.ownership().teamId(), sold && order.deletedAt() == null,
				order.lines()
					.stream()
					.map((line) -> new Line(line.productId(), line.quantity(), line.total().decimal()))
					.toList());
	}

	/**
	 * A line of an order.
	 *
	 * @param revenue the amount after the discount and before tax
	 */
	public record Line(UUID productId, BigDecimal quantity, BigDecimal revenue) {
	}

}
