package io.kehu.order.order;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.kehu.order.customer.CustomerDirectory;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.access.Ownerships;
import io.kehu.platform.bulk.BulkItem;
import io.kehu.platform.bulk.BulkOutcome;
import io.kehu.platform.client.ServiceUnavailableException;
import io.kehu.platform.idempotency.OutsideWork;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.Records;
import io.kehu.platform.web.ExpectedVersion;
import io.kehu.platform.web.VersionCheck;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes single orders. Calls to other services and the creation of partitions happen
 * before the transaction begins, so that they never hold a database connection.
 */
@Service
class OrderService implements Records<OrderDetails, OrderView> {

	private final OrderIntake intake;

	private final OrderStore store;

	private final OrderBulk bulk;

	private final TransactionOperations transactions;

	private final RequestJson json;

	private final Clock clock;

	OrderService(OrderIntake intake, OrderStore store, OrderBulk bulk, TransactionOperations transactions,
			RequestJson json, Clock clock) {
		this.intake = intake;
		this.store = store;
		this.bulk = bulk;
		this.transactions = transactions;
		this.json = json;
		this.clock = clock;
	}

	@Override
	public OrderView get(UUID id) {
		return this.store.view(id);
	}

	/**
	 * Creates an order.
	 * @throws ProblemException when the details are invalid
	 * @throws ServiceUnavailableException when the customer can't be looked up
	 */
	@Override
	public OrderView create(OrderDetails details) {
		OrderStatus status = (details.status() != null) ? details.status() : OrderStatus.PLACED;
		if (status != OrderStatus.DRAFT && status != OrderStatus.PLACED) {
			throw ProblemException.invalid("/status", "invalid_value", "must be draft or placed for a new order");
		}
		OrderDetails owned = Ownerships.ofNew(Order.class, details);
		OrderContent content = OutsideWork.call(() -> this.intake.accept(owned));
		return inTransaction(() -> {
			this.store.checkFree(content.clientOrderNumber());
			String number = OrderKeys.number(this.store.nextNumbers(1).get(0), content.orderDate());
			Order order = Order.take(number, content, status, this.clock.instant());
			this.store.add(List.of(order));
			return recorded(OrderEvent.reached(status), order, null);
		});
	}

	/**
	 * Changes an order with a merge patch. A draft that changes its date may move to
	 * another partition.
	 */
	@Override
	public OrderView patch(UUID id, ExpectedVersion expected, JsonNode patch) {
		preparePartition(patch);
		CustomerDirectory.Customers customers = this.intake.findCustomers(patch);
		return inTransaction(() -> {
			Order order = present(id, expected, AccessLevel.CHANGE);
			OrderDetails details = this.json.merge(order.details(), OrderView.class, order::view, patch,
					OrderDetails.class);
			if (details.status() != order.status()) {
				throw ProblemException.invalid("/status", "not_changeable",
						"can't be patched; POST to /place, /confirm, /complete or /cancel");
			}
			Ownerships.checkChange(Order.class, order.details(), details);
			return change(order, this.intake.revise(order, details, customers));
		});
	}

	private void preparePartition(JsonNode patch) {
		JsonNode date = patch.path("orderDate");
		if (date.isString()) {
			try {
				this.intake.prepare(LocalDate.parse(date.asString()));
			}
			catch (DateTimeParseException ex) {
				// Rejected when the patch is applied
			}
		}
	}

	private OrderView change(Order order, OrderContent content) {
		OrderView before = order.view();
		boolean renumbered = !order.hasClientOrderNumber(content.clientOrderNumber());
		if (renumbered) {
			this.store.checkFree(content.clientOrderNumber());
		}
		boolean moved = !content.orderDate().equals(order.orderDate());
		Order target = order;
		if (moved) {
			if (order.status() != OrderStatus.DRAFT) {
				throw OrderStatus
					.illegal("A %s order can't change its date; only a draft can.".formatted(order.status()));
			}
			target = this.store.move(order, content.orderDate());
			target.moved(this.clock.instant());
		}
		boolean changed = target.change(content, this.clock.instant());
		if (renumbered) {
			this.store.changeNumber(target);
		}
		return (changed || moved) ? recorded(OrderEvent.CHANGED, target, before) : before;
	}

	OrderView place(UUID id, ExpectedVersion expected) {
		return step(id, expected, OrderEvent.PLACED, AccessLevel.CHANGE, (order, now) -> {
			order.place(now);
			this.intake.checkOrderable(order);
		});
	}

	OrderView confirm(UUID id, ExpectedVersion expected) {
		return step(id, expected, OrderEvent.CONFIRMED, AccessLevel.CHANGE, Order::confirm);
	}

	OrderView complete(UUID id, ExpectedVersion expected) {
		return step(id, expected, OrderEvent.COMPLETED, AccessLevel.CHANGE, Order::complete);
	}

	OrderView cancel(UUID id, ExpectedVersion expected) {
		return step(id, expected, OrderEvent.CANCELLED, AccessLevel.CHANGE, Order::cancel);
	}

	@Override
	public void delete(UUID id, ExpectedVersion expected) {
		step(id, expected, OrderEvent.DELETED, AccessLevel.DELETE, Order::delete);
	}

	@Override
	public Set<String> keyMembers() {
		return this.bulk.keyMembers();
	}

	@Override
	public List<BulkOutcome> store(List<BulkItem<OrderDetails>> items, Consumer<Collection<?>> touched) {
		return this.bulk.store(items, touched);
	}

	private OrderView step(UUID id, ExpectedVersion expected, OrderEvent event, AccessLevel level,
			BiConsumer<Order, Instant> intent) {
		return inTransaction(() -> {
			Order order = present(id, expected, level);
			OrderView before = order.view();
			intent.accept(order, this.clock.instant());
			return recorded(event, order, before);
		});
	}

	/**
	 * Restores a deleted order. For an order that is not deleted this has no effect.
	 * @throws ProblemException 404 when the caller may not see it
	 */
	@Override
	public OrderView restore(UUID id, VersionCheck version) {
		return inTransaction(() -> {
			Order order = this.store.get(id, AccessLevel.DELETE);
			version.check(order.version());
			OrderView before = order.view();
			if (!order.deleted()) {
				return before;
			}
			order.restore(this.clock.instant());
			return recorded(OrderEvent.RESTORED, order, before);
		});
	}

	private Order present(UUID id, ExpectedVersion expected, AccessLevel level) {
		Order order = this.store.getPresent(id, level);
		expected.check(order.version());
		return order;
	}

	private OrderView recorded(OrderEvent event, Order order, @Nullable OrderView before) {
		this.store.flush();
		OrderView after = order.view();
		this.store.record(List.of(event.of(before, after)));
		return after;
	}

	private OrderView inTransaction(Supplier<OrderView> work) {
		return Objects.requireNonNull(this.transactions.execute((transaction) -> work.get()));
	}

}
