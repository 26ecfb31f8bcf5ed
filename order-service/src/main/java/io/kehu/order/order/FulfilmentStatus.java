package io.kehu.order.order;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.kehu.platform.problem.ProblemException;

/**
 * How much of an order was shipped and returned, and the transitions between the states.
 * They are independent of the status of the order and of its payment.
 */
enum FulfilmentStatus {

	OPEN, PARTIALLY_SHIPPED, SHIPPED, PARTIALLY_RETURNED, RETURNED;

	/** The transition table. */
	private Set<FulfilmentStatus> next() {
		return switch (this) {
			case OPEN -> EnumSet.of(PARTIALLY_SHIPPED, SHIPPED);
			case PARTIALLY_SHIPPED -> EnumSet.of(PARTIALLY_SHIPPED, SHIPPED, PARTIALLY_RETURNED, RETURNED);
			case SHIPPED -> EnumSet.of(PARTIALLY_RETURNED, RETURNED);
			case PARTIALLY_RETURNED, RETURNED -> EnumSet.of(PARTIALLY_RETURNED, RETURNED);
		};
	}

	/**
	 * Returns the wanted status.
	 * @throws ProblemException 409 when there is no such transition
	 */
	FulfilmentStatus to(FulfilmentStatus wanted) {
		if (!next().contains(wanted)) {
			throw OrderStatus.illegal("An order that is %s can't become %s.".formatted(this, wanted));
		}
		return wanted;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
