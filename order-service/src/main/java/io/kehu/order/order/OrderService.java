package io.kehu.order.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.kehu.platform.access.Deed;
import io.kehu.platform.access.Ownerships;
import io.kehu.platform.bulk.BulkOutcome;
import io.kehu.platform.client.ServiceUnavailableException;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.ExpectedVersion;
import io.kehu.platform.record.Records;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes orders, one at a time, and has each change noted. What concerns other services
 * and the making of partitions is done before the transaction begins.
 */
@Service
class OrderService implements Records<OrderDetails, OrderView> {

	private final OrderIntake intake;

	private final OrderBook book;

	private final OrderBulk bulk;

	private final TransactionOperations transactions;

	private final RequestJson json;

	private final Clock clock;

	OrderService(OrderIntake intake, OrderBook book, OrderBulk bulk, TransactionOperations transactions,
			RequestJson json, Clock clock) {
		this.intake = intake;
		this.book = book;
		this.bulk = bulk;
		this.transactions = transactions;
		this.json = json;
		this.clock = clock;
	}

	@Override
	public OrderView get(UUID id) {
		return this.book.view(id);
	}

	/**
	 * Takes a new order.
	 * @throws ProblemException when something is wrong with it
	 * @throws ServiceUnavailableException when it cannot be told whether its customer
	 * exists
	 */
	@Override
	public OrderView create(OrderDetails details) {
		OrderStatus status = (details.status() != null) ? details.status() : OrderStatus.PLACED;
		if (status != OrderStatus.DRAFT && status != OrderStatus.PLACED) {
			throw ProblemException.invalid("/status", "invalid_value", "a new order is draft or placed");
		}
		OrderContent content = this.intake.accept(Ownerships.ofNew(Order.class, details));
		return inTransaction(() -> {
			String number = this.book.nextNumbers(List.of(content.orderDate())).get(0);
			Order order = Order.take(number, content, status, this.clock.instant());
			this.book.add(List.of(order));
			return noted(OrderEvent.reached(status), order, null);
		});
	}

	/**
	 * Changes an order by a merge patch. A draft may change its date, and then moves to
	 * another month.
	 */
	@Override
	public OrderView patch(UUID id, ExpectedVersion expected, JsonNode patch) {
		makeRoom(patch);
		return inTransaction(() -> {
			Order order = present(id, expected, Deed.CHANGE);
			OrderDetails details = this.json.merge(order.details(), patch, OrderDetails.class);
			if (details.status() != order.status()) {
				throw ProblemException.invalid("/status", "not_changeable",
						"POST to /place, /confirm, /complete or /cancel instead");
			}
			Ownerships.checkChange(Order.class, order.details(), details);
			return change(order, this.intake.revise(order, details));
		});
	}

	private void makeRoom(JsonNode patch) {
		JsonNode date = patch.path("orderDate");
		if (date.isString()) {
			try {
				this.intake.prepare(LocalDate.parse(date.asString()));
			}
			catch (DateTimeParseException ex) {
				// Refused when the patch is read
			}
		}
	}

	private OrderView change(Order order, OrderContent content) {
		OrderView before = order.view();
		boolean renamed = !order.isCalled(content.clientOrderNumber());
		boolean moved = !content.orderDate().equals(order.orderDate());
		Order target = order;
		if (moved) {
			if (order.status() != OrderStatus.DRAFT) {
				throw OrderStatus
					.illegal("A %s order keeps its date; only a draft has another one.".formatted(order.status()));
			}
			target = this.book.move(order, content.orderDate());
			target.moved(this.clock.instant());
		}
		boolean changed = target.change(content, this.clock.instant());
		if (renamed) {
			this.book.renamed(target);
		}
		return (changed || moved) ? noted(OrderEvent.CHANGED, target, before) : before;
	}

	OrderView place(UUID id, ExpectedVersion expected) {
		return step(id, expected, OrderEvent.PLACED, Deed.CHANGE, (order, now) -> {
			order.place(now);
			this.intake.checkOrderable(order);
		});
	}

	OrderView confirm(UUID id, ExpectedVersion expected) {
		return step(id, expected, OrderEvent.CONFIRMED, Deed.CHANGE, Order::confirm);
	}

	OrderView complete(UUID id, ExpectedVersion expected) {
		return step(id, expected, OrderEvent.COMPLETED, Deed.CHANGE, Order::complete);
	}

	OrderView cancel(UUID id, ExpectedVersion expected) {
		return step(id, expected, OrderEvent.CANCELLED, Deed.CHANGE, Order::cancel);
	}

	@Override
	public void delete(UUID id, ExpectedVersion expected) {
		step(id, expected, OrderEvent.DELETED, Deed.DELETE, Order::delete);
	}

	@Override
	public List<BulkOutcome> store(List<OrderDetails> items, Consumer<Collection<?>> touched) {
		return this.bulk.store(items, touched);
	}

	private OrderView step(UUID id, ExpectedVersion expected, OrderEvent event, Deed deed,
			BiConsumer<Order, Instant> intent) {
		return inTransaction(() -> {
			Order order = present(id, expected, deed);
			OrderView before = order.view();
			intent.accept(order, this.clock.instant());
			return noted(event, order, before);
		});
	}

	/**
	 * Brings a deleted order back; one that is there stays as it is.
	 * @throws ProblemException when there never was one
	 */
	@Override
	public OrderView restore(UUID id) {
		return inTransaction(() -> {
			Order order = this.book.known(id, Deed.DELETE);
			OrderView before = order.view();
			if (!order.deleted()) {
				return before;
			}
			order.restore(this.clock.instant());
			return noted(OrderEvent.RESTORED, order, before);
		});
	}

	private Order present(UUID id, ExpectedVersion expected, Deed deed) {
		Order order = this.book.present(id, deed);
		expected.check(order.version());
		return order;
	}

	private OrderView noted(OrderEvent event, Order order, @Nullable OrderView before) {
		this.book.settle();
		OrderView after = order.view();
		this.book.note(List.of(event.of(before, after)));
		return after;
	}

	private OrderView inTransaction(Supplier<OrderView> work) {
		return Objects.requireNonNull(this.transactions.execute((transaction) -> work.get()));
	}

}
