package io.kehu.order.order;

import java.util.UUID;

import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.web.ExpectedVersion;

import org.springframework.stereotype.Service;

/**
 * Ships orders, takes in what is returned, and holds orders.
 */
@Service
class OrderDeliveries {

	private final OrderSteps steps;

	private final OrderStore store;

	private final OrderStock stock;

	OrderDeliveries(OrderSteps steps, OrderStore store, OrderStock stock) {
		this.steps = steps;
		this.store = store;
		this.stock = stock;
	}

	/** Ships an order or a part of it. */
	OrderView ship(UUID id, ExpectedVersion expected, ShipRequest request) {
		return this.steps.step(id, expected, OrderEvent.SHIPPED, AccessLevel.CHANGE, (order, now) -> {
			Delivery delivery = order.advance(now).ship(request.toDelivery(order.open(), now), order.lines());
			this.store.flush();
			this.stock.ship(order, delivery);
		});
	}

	/** Takes in what a customer has returned. */
	OrderView takeIn(UUID id, ExpectedVersion expected, ReturnRequest request) {
		return this.steps.step(id, expected, OrderEvent.RETURNED, AccessLevel.CHANGE, (order, now) -> {
			Delivery delivery = order.advance(now).takeIn(request.toDelivery(now), order.lines());
			this.store.flush();
			this.stock.takeIn(order, delivery);
		});
	}

	/** Completes an order, which ships what is left. */
	OrderView complete(UUID id, ExpectedVersion expected) {
		return this.steps.step(id, expected, OrderEvent.COMPLETED, AccessLevel.CHANGE, (order, now) -> {
			Delivery rest = order.complete(now);
			this.store.flush();
			if (rest != null) {
				this.stock.ship(order, rest);
			}
		});
	}

	OrderView hold(UUID id, ExpectedVersion expected, HoldRequest request) {
		return this.steps.step(id, expected, OrderEvent.HELD, AccessLevel.CHANGE,
				(order, now) -> order.advance(now).hold(request.reason()));
	}

	OrderView release(UUID id, ExpectedVersion expected) {
		return this.steps.step(id, expected, OrderEvent.RELEASED, AccessLevel.CHANGE,
				(order, now) -> order.advance(now).release());
	}

}
