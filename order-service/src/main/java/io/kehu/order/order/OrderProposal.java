package io.kehu.order.order;

import java.util.List;
import java.util.Objects;

import io.kehu.platform.bulk.BulkItem;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The order that a line of a bulk load proposes, before its customer and products are
 * looked up.
 *
 * @param details the details of the whole order
 * @param stored the stored order that the line changes, or null
 * @param errors the reasons why the line cannot be stored
 */
record OrderProposal(OrderDetails details, @Nullable Stored stored, List<FieldError> errors) {

	/**
	 * Returns the proposal of a line.
	 * @param stored the order that the line changes, or null if there is none
	 * @param before the details of the order after the lines so far, or null
	 */
	static OrderProposal of(BulkItem<OrderDetails> item, @Nullable Stored stored, @Nullable OrderDetails before) {
		OrderDetails given = item.given();
		try {
			boolean merged = before != null && item.merges();
			return new OrderProposal(
					merged ? item.mergedInto(Objects.requireNonNull(before).withoutCustomerIn(given)) : item.whole(),
					stored, List.of());
		}
		catch (ProblemException ex) {
			return new OrderProposal(given, stored, ex.asErrors());
		}
	}

	/**
	 * An order as it is stored.
	 */
	record Stored(long version, OrderDetails details, OrderContent content) {

		static Stored of(Order order) {
			return new Stored(order.version(), order.details(), order.content());
		}

		boolean hasLinesOf(OrderDetails other) {
			return this.details.lines().equals(other.lines());
		}

		boolean hasCustomerOf(OrderDetails other) {
			return this.content.customerId().equals(other.customerId()) && other.customerExternalId() == null;
		}

	}

}
