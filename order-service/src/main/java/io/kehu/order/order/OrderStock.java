package io.kehu.order.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.order.amount.Decimals;
import io.kehu.order.stock.InsufficientStockException;
import io.kehu.order.stock.StockReservations;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reserves the stock of an order from the time it is placed until it is shipped or
 * cancelled. Must be called in the transaction that changes the order.
 */
@Component
class OrderStock {

	private final StockReservations reservations;

	OrderStock(StockReservations reservations) {
		this.reservations = reservations;
	}

	/**
	 * Reserves the lines of an order that is placed.
	 * @throws ProblemException 409 with an error for each line whose product is not
	 * available in this quantity
	 */
	void reserve(Order order) {
		reserve(order, null);
	}

	/**
	 * Follows a change to the lines. A draft has reserved them only for some time, if at
	 * all.
	 * @throws ProblemException 409 as above
	 */
	void follow(Order order) {
		if (order.status() == OrderStatus.DRAFT) {
			checked(order, () -> this.reservations.follow(order.id(), needed(order)));
		}
		else {
			reserve(order);
		}
	}

	/** Releases what an order has reserved. */
	void release(Order order) {
		this.reservations.release(order.id());
	}

	/**
	 * Reserves the lines of a draft until a time.
	 * @throws ProblemException 409 with an error for each line whose product is not
	 * available in this quantity
	 */
	void reserve(Order draft, @Nullable Instant until) {
		checked(draft, () -> this.reservations.reserve(draft.id(), needed(draft), until));
	}

	/**
	 * Removes a shipment from the stock.
	 * @throws ProblemException 409 as above
	 */
	void ship(Order order, Delivery shipment) {
		checked(order, () -> this.reservations.ship(order.id(), quantities(order, shipment.lines())));
	}

	/** Adds a return to the stock, unless the goods are not to be sold again. */
	void takeIn(Order order, Delivery returned) {
		if (Boolean.TRUE.equals(returned.restocked())) {
			this.reservations.restock(order.id(), quantities(order, returned.lines()));
		}
	}

	/**
	 * Reserves what orders need that were loaded from another system, which has promised
	 * it already. Drafts reserve nothing.
	 */
	void loaded(Collection<Order> orders) {
		Map<UUID, Map<UUID, BigDecimal>> quantities = new LinkedHashMap<>();
		for (Order order : orders) {
			if (order.status() != OrderStatus.DRAFT) {
				quantities.put(order.id(), order.status().reserving() ? needed(order) : Map.of());
			}
		}
		if (!quantities.isEmpty()) {
			this.reservations.reserveAll(quantities);
		}
	}

	private static Map<UUID, BigDecimal> needed(Order order) {
		return quantities(order, order.open());
	}

	/** Returns the sums of the quantities by product. */
	private static Map<UUID, BigDecimal> quantities(Order order, List<DeliveredLine> delivered) {
		List<OrderLine> lines = order.content().lines().lines();
		Map<UUID, BigDecimal> sums = new LinkedHashMap<>();
		delivered
			.forEach((one) -> sums.merge(lines.get(one.lineNo() - 1).productId(), one.quantity(), BigDecimal::add));
		return sums;
	}

	private static void checked(Order order, Runnable work) {
		try {
			work.run();
		}
		catch (InsufficientStockException ex) {
			List<OrderLine> lines = order.content().lines().lines();
			List<FieldError> errors = new ArrayList<>();
			for (int i = 0; i < lines.size(); i++) {
				BigDecimal available = ex.available().get(lines.get(i).productId());
				if (available != null) {
					errors.add(FieldError.at("/lines/%d/quantity".formatted(i), "insufficient_stock",
							"%s of product %s can be ordered".formatted(Decimals.plain(available).toPlainString(),
									lines.get(i).sku())));
				}
			}
			throw ProblemException.conflict("Less is available than the order needs.", errors);
		}
	}

}
