package io.kehu.order.order;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordJournal;
import io.kehu.platform.record.RepublishedRecords;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Stores orders with their keys and records their changes. Must be used in a transaction.
 */
@Component
class OrderStore implements RepublishedRecords {

	private final OrderRepository orders;

	private final OrderKeys keys;

	private final RecordJournal journal;

	private final EntityManager entities;

	private final Access access;

	private final ApplicationEventPublisher publisher;

	OrderStore(OrderRepository orders, OrderKeys keys, RecordJournal journal, EntityManager entities, Access access,
			ApplicationEventPublisher publisher) {
		this.orders = orders;
		this.keys = keys;
		this.journal = journal;
		journal.publishes(OrderEvent.TOPIC);
		this.entities = entities;
		this.access = access;
		this.publisher = publisher;
	}

	private Optional<Order> find(UUID id) {
		return this.keys.find(id).flatMap(this.orders::findById);
	}

	/**
	 * Returns an order, even a deleted one.
	 * @throws ProblemException 404 when the caller may not see it, 403 when the caller
	 * may not do this to it
	 */
	Order get(UUID id, AccessLevel level) {
		Order order = find(id).orElseThrow(() -> notFound(id));
		this.access.check(Order.class, level, id, "order");
		return order;
	}

	/**
	 * Returns an order that is not deleted.
	 * @throws ProblemException 404 when the caller may not see it, 403 when the caller
	 * may not do this to it
	 */
	Order getPresent(UUID id, AccessLevel level) {
		Order order = find(id).filter((found) -> !found.deleted()).orElseThrow(() -> notFound(id));
		this.access.check(Order.class, level, id, "order");
		return order;
	}

	/**
	 * Returns an order that the caller may see.
	 * @throws ProblemException 404 when there is none
	 */
	OrderView view(UUID id) {
		return this.access.read(Order.class, id, Order::view).orElseThrow(() -> notFound(id));
	}

	/**
	 * Returns those of these orders that the caller may see, each with whether the caller
	 * may change it.
	 */
	Map<UUID, Boolean> findChangeable(Collection<Order> known) {
		List<UUID> ids = known.stream().map(Order::id).toList();
		return this.access.restricted(Order.class, AccessLevel.CHANGE)
				? this.access.reach(Order.class, AccessLevel.CHANGE, ids)
				: ids.stream().collect(Collectors.toMap(Function.identity(), (id) -> true));
	}

	private static ProblemException notFound(UUID id) {
		return ProblemException.notFound("order", id);
	}

	/**
	 * Returns the orders with these client order numbers, including deleted ones, with
	 * two queries.
	 */
	List<Order> find(Collection<String> clientOrderNumbers) {
		List<OrderKey> found = this.keys.find(clientOrderNumbers);
		return found.isEmpty() ? List.of()
				: this.orders.findByKeys(found.stream().map(OrderKey::id).toArray(UUID[]::new),
						found.stream().map(OrderKey::orderDate).toArray(LocalDate[]::new));
	}

	/** Returns and locks these orders, including deleted ones. */
	List<Order> lock(Collection<UUID> ids) {
		return this.orders.lockAll(ids.toArray(UUID[]::new));
	}

	/**
	 * Checks that no order has this client order number. An order that is stored at the
	 * same time is detected by the unique index.
	 * @throws ProblemException 409 when there is one, with its id if the caller may see
	 * it
	 */
	void checkFree(@Nullable String clientOrderNumber) {
		if (clientOrderNumber == null) {
			return;
		}
		find(List.of(clientOrderNumber)).forEach((holder) -> {
			if (!this.access.visible(Order.class, holder.id())) {
				throw ProblemException.conflict("/clientOrderNumber", "conflict", "belongs to another order");
			}
			throw ProblemException.heldBy(holder.id(), "/clientOrderNumber",
					holder.deleted()
							? "belongs to the deleted order %s, which can be restored".formatted(holder.number())
							: "belongs to order %s".formatted(holder.number()));
		});
	}

	/** Returns numbers for new orders, each of which is unique. */
	List<Long> nextNumbers(int count) {
		return this.keys.next(count);
	}

	/**
	 * Prepares the use of numbers of another system, which are never given to other
	 * orders.
	 * @return those that orders have already
	 */
	List<String> useNumbers(Collection<String> numbers) {
		return this.keys.use(numbers);
	}

	/**
	 * Adds new orders.
	 * @throws DuplicateKeyException if a client order number is taken
	 */
	void add(List<Order> added) {
		this.keys.add(added);
		added.forEach(this.entities::persist);
	}

	/**
	 * Stores a changed client order number.
	 * @throws DuplicateKeyException if it is taken
	 */
	void changeNumber(Order order) {
		this.keys.changeNumber(order.id(), order.clientOrderNumber());
	}

	/**
	 * Moves an order to another date and returns it reloaded.
	 */
	Order move(Order order, LocalDate date) {
		this.entities.flush();
		this.entities.detach(order);
		this.keys.move(order.id(), date);
		return find(order.id()).orElseThrow(() -> notFound(order.id()));
	}

	/**
	 * Writes all changes to the database, which assigns the versions.
	 */
	void flush() {
		this.orders.flush();
	}

	@Override
	public String topic() {
		return OrderEvent.TOPIC;
	}

	@Override
	public String subject() {
		return "order";
	}

	@Override
	public List<RecordChange> next(UUID after, int limit) {
		return this.orders.findAfter(after, limit)
			.stream()
			.map((order) -> (order.deleted() ? OrderEvent.DELETED : OrderEvent.CHANGED).of(null, order.view()))
			.toList();
	}

	/**
	 * Records changes as events and in the history.
	 */
	void record(Collection<RecordChange> changes) {
		this.journal.note(changes);
		this.publisher.publishEvent(OrdersChanged.of(changes));
	}

}
