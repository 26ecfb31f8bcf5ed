package io.kehu.order.order;

import java.time.Instant;
import java.util.List;

import io.kehu.platform.problem.ProblemException;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * How far an order is processed: its status, its fulfilment, and whether it is held.
 */
@Embeddable
class OrderProgress {

	@Enumerated(EnumType.STRING)
	private OrderStatus status;

	@Embedded
	private Fulfilment fulfilment = new Fulfilment();

	private @Nullable String holdReason;

	/** For JPA. */
	@SuppressWarnings("NullAway.Init")
	protected OrderProgress() {
	}

	/** Creates the progress of a new order, which has any status if it was loaded. */
	OrderProgress(OrderStatus status) {
		this.status = status;
		this.fulfilment.synchronize(status);
	}

	/** Follows the status of the order in another system. */
	void synchronize(OrderStatus reached) {
		this.status = reached;
		this.fulfilment.synchronize(reached);
	}

	/**
	 * Changes the status.
	 * @throws ProblemException 409 when the order is held, or there is no such transition
	 */
	void step(OrderStatus next) {
		checkNotHeld();
		this.status = this.status.to(next);
	}

	/**
	 * Completes the order.
	 * @return the shipment of what was left, or null if nothing was
	 */
	@Nullable Delivery complete(List<OrderLine> lines, Instant now) {
		step(OrderStatus.COMPLETED);
		List<DeliveredLine> open = this.fulfilment.open(lines);
		return open.isEmpty() ? null : add(new ShipRequest(null, null, null).toDelivery(open, now), lines);
	}

	/**
	 * Cancels the order, even if it is held.
	 * @throws ProblemException 409 while the customer has some of the goods
	 */
	void cancel(List<OrderLine> lines) {
		if (!this.fulfilment.nothingOutside(lines)) {
			throw OrderStatus
				.illegal("An order can't be cancelled after it was shipped, unless everything was returned.");
		}
		this.status = this.status.to(OrderStatus.CANCELLED);
		this.holdReason = null;
	}

	/**
	 * Adds a shipment.
	 * @throws ProblemException 409 unless the order is confirmed and something is left
	 */
	Delivery ship(Delivery shipment, List<OrderLine> lines) {
		checkNotHeld();
		if (this.status != OrderStatus.CONFIRMED || this.fulfilment.open(lines).isEmpty()) {
			throw OrderStatus.illegal("A %s order that is %s can't be shipped; only a confirmed order can."
				.formatted(this.status, this.fulfilment.status()));
		}
		return add(shipment, lines);
	}

	/** Adds a return. */
	Delivery takeIn(Delivery returned, List<OrderLine> lines) {
		return add(returned, lines);
	}

	private Delivery add(Delivery delivery, List<OrderLine> lines) {
		this.fulfilment.add(delivery, lines);
		return delivery;
	}

	/**
	 * Holds the order.
	 * @throws ProblemException 409 when it is held already, or completed or cancelled
	 */
	void hold(String reason) {
		checkNotHeld();
		if (!this.status.reserving()) {
			throw OrderStatus.illegal("A %s order can't be held.".formatted(this.status));
		}
		this.holdReason = reason;
	}

	/**
	 * Ends the hold.
	 * @throws ProblemException 409 when the order is not held
	 */
	void release() {
		if (this.holdReason == null) {
			throw OrderStatus.illegal("The order is not held.");
		}
		this.holdReason = null;
	}

	private void checkNotHeld() {
		if (this.holdReason != null) {
			throw ProblemException.of(HttpStatus.CONFLICT, "on-hold", "The order is held: " + this.holdReason);
		}
	}

	OrderStatus status() {
		return this.status;
	}

	Fulfilment fulfilment() {
		return this.fulfilment;
	}

	@Nullable String holdReason() {
		return this.holdReason;
	}

}
