package io.kehu.order.order;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.Ownerships;
import io.kehu.platform.bulk.BulkItem;
import io.kehu.platform.bulk.BulkOutcome;
import io.kehu.platform.client.ServiceUnavailableException;
import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChunk;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;

/**
 * The orders of a chunk of a bulk load. Each line sees the orders as the lines before it
 * have left them; a rejected line leaves no trace.
 */
final class OrderChunk {

	private final OrderIntake intake;

	private final OrderIntake.Lookup lookup;

	private final Instant now;

	private final Map<String, Order> known = new HashMap<>();

	private final Map<UUID, Boolean> changeable = new HashMap<>();

	private final Map<String, OrderProposal.Stored> stored = new HashMap<>();

	private final RecordChunk<Order, OrderView> records = new RecordChunk<>();

	private Iterator<Long> numbers = List.<Long>of().iterator();

	private final Set<String> takenNumbers = new HashSet<>();

	OrderChunk(OrderIntake intake, OrderIntake.Lookup lookup, Instant now) {
		this.intake = intake;
		this.lookup = lookup;
		this.now = now;
	}

	/**
	 * Adds the orders that exist.
	 * @param changeable those that the caller may see, with whether it may change them
	 * @param before the changeable ones as they were when the customers and products were
	 * looked up
	 * @throws OptimisticLockingFailureException if one has changed since then
	 */
	void add(Collection<Order> orders, Map<UUID, Boolean> changeable, Map<String, OrderProposal.Stored> before) {
		this.changeable.putAll(changeable);
		this.stored.putAll(before);
		for (Order order : orders) {
			add(order);
			OrderProposal.Stored basis = before.get(order.clientOrderNumber());
			if (Boolean.TRUE.equals(changeable.get(order.id()))
					&& (basis == null || basis.version() != order.version())) {
				throw new OptimisticLockingFailureException("Order %s has changed meanwhile".formatted(order.number()));
			}
		}
	}

	private void add(Order order) {
		if (order.clientOrderNumber() != null) {
			this.known.put(order.clientOrderNumber(), order);
		}
	}

	/** Returns whether a line concerns an order that does not exist. */
	boolean isNew(BulkItem<OrderDetails> item) {
		return find(item) == null;
	}

	private @Nullable Order find(BulkItem<OrderDetails> item) {
		String number = item.given().clientOrderNumber();
		return (number != null) ? this.known.get(number) : null;
	}

	/**
	 * Sets the numbers for new orders.
	 * @param taken those of the numbers of the lines that orders have already
	 */
	void number(List<Long> available, Collection<String> taken) {
		this.numbers = available.iterator();
		this.takenNumbers.addAll(taken);
	}

	RecordChunk<Order, OrderView> records() {
		return this.records;
	}

	BulkOutcome store(BulkItem<OrderDetails> item) {
		try {
			Order order = find(item);
			return (order != null) ? change(order, item) : create(item);
		}
		catch (ProblemException ex) {
			return BulkOutcome.rejected(ex.asErrors());
		}
		catch (ServiceUnavailableException ex) {
			return BulkOutcome.rejected(List.of(FieldError.at("/customerId", "unavailable",
					"%s is unavailable; send the line again".formatted(ex.service()))));
		}
	}

	private BulkOutcome create(BulkItem<OrderDetails> item) {
		OrderProposal proposal = OrderProposal.of(item, null, null);
		OrderContent content = Ownerships.ofNew(Order.class, this.intake.accept(proposal, this.lookup));
		OrderStatus status = proposal.details().status();
		OrderOrigin origin = origin(proposal.details());
		String number = (origin.number() != null) ? claimed(origin.number())
				: OrderKeys.number(this.numbers.next(), content.orderDate());
		Order order = new Order(number, content, (status != null) ? status : OrderStatus.PLACED, origin, this.now);
		add(order);
		this.changeable.put(order.id(), true);
		return this.records.create(order);
	}

	private static OrderOrigin origin(OrderDetails details) {
		return (details.origin() != null) ? details.origin() : OrderOrigin.NONE;
	}

	private String claimed(String number) {
		if (!this.takenNumbers.add(number)) {
			throw ProblemException.conflict("/origin/number", "conflict", "belongs to another order");
		}
		return number;
	}

	/** Without a date in the line the order keeps its date. */
	private BulkOutcome change(Order order, BulkItem<OrderDetails> item) {
		checkAccess(order);
		OrderProposal proposal = OrderProposal.of(item, basis(order), order.details());
		OrderContent given = this.intake.accept(proposal, this.lookup);
		OrderDetails details = proposal.details();
		OrderContent dated = (details.orderDate() != null) ? given : given.on(order.orderDate());
		OrderContent content = item.merges() ? dated : Ownerships.keeping(dated, order.content());
		Ownerships.checkChange(Order.class, order.content(), content);
		if (order.deleted()) {
			throw ProblemException.heldBy(order.id(), "/clientOrderNumber",
					"belongs to the deleted order %s, which can be restored".formatted(order.number()));
		}
		return this.records.change(order,
				() -> order.synchronize(content, details.status(), origin(details), this.now));
	}

	/** Comes first, so that the answer for a hidden order is always the same. */
	private void checkAccess(Order order) {
		Boolean allowed = this.changeable.get(order.id());
		if (allowed == null) {
			throw ProblemException.conflict("/clientOrderNumber", "conflict", "belongs to another order");
		}
		if (!allowed) {
			throw Access.forbidden();
		}
	}

	private OrderProposal.Stored basis(Order order) {
		OrderProposal.Stored before = this.stored.get(order.clientOrderNumber());
		return (before != null) ? before : OrderProposal.Stored.of(order);
	}

}
