package io.kehu.order.order;

import java.time.LocalDate;
import java.util.UUID;

import io.kehu.platform.access.Ownership;
import io.kehu.platform.access.Ownerships;
import io.kehu.platform.client.ServiceUnavailableException;
import io.kehu.platform.idempotency.OutsideWork;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The orders that follow from quotes.
 */
@Component
public class QuoteOrders {

	private final OrderIntake intake;

	private final OrderService orders;

	QuoteOrders(OrderIntake intake, OrderService orders) {
		this.intake = intake;
		this.orders = orders;
	}

	/**
	 * Prepares the order for a quote, before the transaction that places it. Its prices
	 * and discounts were agreed and are not checked.
	 * @throws ProblemException 400 if it cannot be ordered any more
	 * @throws ServiceUnavailableException when the customer can't be looked up
	 */
	public Prepared prepare(Quoted quote, @Nullable String clientOrderNumber, @Nullable LocalDate orderDate,
			Ownership ownership) {
		OrderDetails details = Ownerships.ofNew(Order.class, new OrderDetails(clientOrderNumber, quote.customerId(),
				null, orderDate, null, quote.currency(), quote.lines(), null, null, ownership));
		return new Prepared(OutsideWork.call(() -> this.intake.acceptAgreed(details)));
	}

	/**
	 * Places an order, in the transaction in which its quote is accepted.
	 * @throws ProblemException 409 if its products are not available
	 */
	public Placed place(Prepared prepared) {
		OrderView placed = this.orders.take(prepared.content, OrderStatus.PLACED);
		return new Placed(placed.id(), placed.number());
	}

	/**
	 * An order that is ready to be placed.
	 */
	public static final class Prepared {

		private final OrderContent content;

		private Prepared(OrderContent content) {
			this.content = content;
		}

	}

	/**
	 * An order that was placed.
	 */
	public record Placed(UUID id, String number) {
	}

}
