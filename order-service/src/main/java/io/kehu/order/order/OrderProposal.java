package io.kehu.order.order;

import java.util.List;
import java.util.Map;

import io.kehu.platform.access.Ownerships;
import io.kehu.platform.bulk.BulkItem;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The order that a line of a bulk load proposes, before its customer and products are
 * looked up.
 *
 * @param details the details of the whole order
 * @param stored the stored order that the line was merged into, or null
 * @param errors the reasons why the line cannot be stored
 */
record OrderProposal(OrderDetails details, @Nullable Stored stored, List<FieldError> errors) {

	/**
	 * Returns the proposal of a line.
	 * @param present the orders that lines are merged into, by their client order
	 * numbers; the result is added for the lines that follow
	 */
	static OrderProposal of(BulkItem<OrderDetails> item, Map<String, Present> present) {
		OrderDetails given = item.given();
		String number = item.merges() ? given.clientOrderNumber() : null;
		Present before = (number != null) ? present.get(number) : null;
		Stored stored = (before != null) ? before.stored() : null;
		try {
			OrderDetails details = (before != null) ? item.mergedInto(before.details().withoutCustomerIn(given))
					: whole(item);
			if (number != null) {
				present.put(number, new Present(stored, details));
			}
			return new OrderProposal(details, stored, List.of());
		}
		catch (ProblemException ex) {
			return new OrderProposal(given, stored, ex.asErrors());
		}
	}

	/** The lines that follow need the owner to merge into the order. */
	private static OrderDetails whole(BulkItem<OrderDetails> item) {
		return item.merges() ? Ownerships.ofNew(Order.class, item.whole()) : item.whole();
	}

	/** Returns whether the details were merged into this version of the order. */
	boolean isBasedOn(Order order) {
		return this.stored != null && this.stored.version() == order.version();
	}

	/**
	 * An order as it is after the lines so far.
	 *
	 * @param stored the order as it is stored, or null if one of the lines creates it
	 */
	record Present(@Nullable Stored stored, OrderDetails details) {

		static Present of(Order order) {
			OrderDetails details = order.details();
			return new Present(new Stored(order.version(), details, order.content()), details);
		}

	}

	/**
	 * An order as it is stored.
	 */
	record Stored(long version, OrderDetails details, OrderContent content) {

		boolean hasLinesOf(OrderDetails other) {
			return this.details.lines().equals(other.lines());
		}

		boolean hasCustomerOf(OrderDetails other) {
			return this.content.customerId().equals(other.customerId()) && other.customerExternalId() == null;
		}

	}

}
