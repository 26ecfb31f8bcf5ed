package io.kehu.order.order;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

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
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Service;

/**
 * Changes single orders. Calls to other services and the creation of partitions happen
 * before the transaction begins, so that they never hold a database connection.
 */
@Service
class OrderService implements Records<OrderDetails, OrderView> {

	private final OrderIntake intake;

	private final OrderStore store;

	private final OrderStock stock;

	private final OrderBulk bulk;

	private final OrderSteps steps;

	private final RequestJson json;

	OrderService(OrderIntake intake, OrderStore store, OrderStock stock, OrderBulk bulk, OrderSteps steps,
			RequestJson json) {
		this.intake = intake;
		this.store = store;
		this.stock = stock;
		this.bulk = bulk;
		this.steps = steps;
		this.json = json;
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
		details.checkNotLoaded();
		OrderDetails owned = Ownerships.ofNew(Order.class, details);
		OrderContent content = OutsideWork.call(() -> this.intake.accept(owned));
		return this.steps.inTransaction(() -> take(content, status));
	}

	/** Stores a new order in the current transaction. */
	OrderView take(OrderContent content, OrderStatus status) {
		this.store.checkFree(content.clientOrderNumber());
		this.intake.checkCustomer(content.customerId());
		String number = OrderKeys.number(this.store.nextNumbers(1).get(0), content.orderDate());
		Order order = new Order(number, content, status, OrderOrigin.NONE, this.steps.now());
		this.store.add(List.of(order));
		if (status == OrderStatus.PLACED) {
			this.store.flush();
			this.stock.reserve(order);
		}
		return this.steps.recorded(OrderEvent.reached(status), order, null);
	}

	/**
	 * Changes an order with a merge patch. A draft that changes its date may move to
	 * another partition.
	 */
	@Override
	public OrderView patch(UUID id, ExpectedVersion expected, JsonNode patch) {
		preparePartition(patch);
		CustomerDirectory.Customers customers = this.intake.findCustomers(patch);
		return this.steps.inTransaction(() -> {
			Order order = this.steps.present(id, expected, AccessLevel.CHANGE);
			OrderDetails details = this.json.merge(order.details(), OrderView.class, order::view, patch,
					OrderDetails.class);
			details.checkNotLoaded();
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
		boolean relined = !content.lines().equals(order.content().lines());
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
			target.advance(this.steps.now());
		}
		boolean changed = target.change(content, this.steps.now());
		if (renumbered) {
			this.store.changeNumber(target);
		}
		if (relined) {
			this.store.flush();
			this.stock.follow(target);
		}
		return (changed || moved) ? this.steps.recorded(OrderEvent.CHANGED, target, before) : before;
	}

	OrderView place(UUID id, ExpectedVersion expected) {
		return this.steps.step(id, expected, OrderEvent.PLACED, AccessLevel.CHANGE, (order, now) -> {
			order.place(now);
			this.intake.checkOrderable(order);
			this.store.flush();
			this.stock.reserve(order);
		});
	}

	OrderView confirm(UUID id, ExpectedVersion expected) {
		return this.steps.step(id, expected, OrderEvent.CONFIRMED, AccessLevel.CHANGE, Order::confirm);
	}

	OrderView cancel(UUID id, ExpectedVersion expected) {
		return this.steps.step(id, expected, OrderEvent.CANCELLED, AccessLevel.CHANGE, (order, now) -> {
			order.cancel(now);
			this.store.flush();
			this.stock.release(order);
		});
	}

	/**
	 * Reserves the stock of a draft for some time.
	 * @throws ProblemException 409 if the order is not a draft, or its products are not
	 * available
	 */
	OrderView reserve(UUID id, ExpectedVersion expected, ReservationRequest request) {
		return this.steps.inTransaction(() -> {
			Order order = this.steps.present(id, expected, AccessLevel.CHANGE);
			if (order.status() != OrderStatus.DRAFT) {
				throw OrderStatus
					.illegal("The stock of a %s order can't be reserved for some time; only that of a draft can."
						.formatted(order.status()));
			}
			this.stock.reserve(order, this.steps.now().plus(request.duration()));
			return order.view();
		});
	}

	@Override
	public void delete(UUID id, ExpectedVersion expected) {
		this.steps.step(id, expected, OrderEvent.DELETED, AccessLevel.DELETE, (order, now) -> {
			order.delete(now);
			this.store.flush();
			this.stock.release(order);
		});
	}

	@Override
	public Set<String> keyMembers() {
		return this.bulk.keyMembers();
	}

	@Override
	public List<BulkOutcome> store(List<BulkItem<OrderDetails>> items, Consumer<Collection<?>> touched) {
		return this.bulk.store(items, touched);
	}

	/**
	 * Restores a deleted order. For an order that is not deleted this has no effect.
	 * @throws ProblemException 404 when the caller may not see it
	 */
	@Override
	public OrderView restore(UUID id, VersionCheck version) {
		return this.steps.inTransaction(() -> {
			Order order = this.store.get(id, AccessLevel.DELETE);
			version.check(order.version());
			OrderView before = order.view();
			if (!order.deleted()) {
				return before;
			}
			order.restore(this.steps.now());
			return this.steps.recorded(OrderEvent.RESTORED, order, before);
		});
	}

}
