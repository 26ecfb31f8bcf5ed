package io.kehu.order.order;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.kehu.platform.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * The status of an order, and the transitions between them.
 */
enum OrderStatus {

	DRAFT, PLACED, CONFIRMED, COMPLETED, CANCELLED;

	/** The transition table. */
	private Set<OrderStatus> next() {
		return switch (this) {
			case DRAFT -> EnumSet.of(PLACED, CANCELLED);
			case PLACED -> EnumSet.of(CONFIRMED, CANCELLED);
			case CONFIRMED -> EnumSet.of(COMPLETED, CANCELLED);
			case COMPLETED, CANCELLED -> EnumSet.noneOf(OrderStatus.class);
		};
	}

	/**
	 * Returns the wanted status.
	 * @throws ProblemException 409 when there is no such transition
	 */
	OrderStatus to(OrderStatus wanted) {
		if (!next().contains(wanted)) {
			throw illegal("A %s order can't become %s.".formatted(this, wanted));
		}
		return wanted;
	}

	/**
	 * Returns whether customer, date and lines can still be changed.
	 */
	boolean open() {
		return this == DRAFT || this == PLACED;
	}

	/**
	 * Returns whether an order needs stock.
	 */
	boolean reserving() {
		return this == DRAFT || this == PLACED || this == CONFIRMED;
	}

	/**
	 * Returns whether an order can be deleted.
	 */
	boolean deletable() {
		return this == DRAFT || this == CANCELLED;
	}

	static ProblemException illegal(String detail) {
		return ProblemException.of(HttpStatus.CONFLICT, "illegal-transition", detail);
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
