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
import io.kehu.platform.access.Deed;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordJournal;
import jakarta.persistence.EntityManager;

import org.springframework.stereotype.Component;

/**
 * Keeps orders together with their keys and their journal; to be used in a transaction.
 */
@Component
class OrderBook {

	private final OrderRepository orders;

	private final OrderKeys keys;

	private final RecordJournal journal;

	private final EntityManager entities;

	private final Access access;

	OrderBook(OrderRepository orders, OrderKeys keys, RecordJournal journal, EntityManager entities, Access access) {
		this.orders = orders;
		this.keys = keys;
		this.journal = journal;
		this.entities = entities;
		this.access = access;
	}

	private Optional<Order> find(UUID id) {
		return this.keys.find(id).flatMap(this.orders::findById);
	}

	/**
	 * Returns an order, a deleted one too, for the caller to do this to it.
	 * @throws ProblemException when there is none that the caller may see, or the caller
	 * may not do this
	 */
	Order known(UUID id, Deed deed) {
		Order order = find(id).orElseThrow(() -> notFound(id));
		this.access.check(Order.class, deed, id, "order");
		return order;
	}

	/**
	 * Returns an order that is there, for the caller to do this to it.
	 * @throws ProblemException when there is none that the caller may see, or the caller
	 * may not do this
	 */
	Order present(UUID id, Deed deed) {
		Order order = find(id).filter((found) -> !found.deleted()).orElseThrow(() -> notFound(id));
		this.access.check(Order.class, deed, id, "order");
		return order;
	}

	/**
	 * Returns an order as the caller may see it.
	 * @throws ProblemException when there is none
	 */
	OrderView view(UUID id) {
		return this.access.read(Order.class, id, Order::view).orElseThrow(() -> notFound(id));
	}

	/**
	 * Returns which of these orders the caller may see, each with whether the caller may
	 * change it.
	 */
	Map<UUID, Boolean> changeable(Collection<Order> known) {
		List<UUID> ids = known.stream().map(Order::id).toList();
		return this.access.restricted(Order.class, Deed.CHANGE) ? this.access.reach(Order.class, Deed.CHANGE, ids)
				: ids.stream().collect(Collectors.toMap(Function.identity(), (id) -> true));
	}

	private static ProblemException notFound(UUID id) {
		return ProblemException.notFound("order", id);
	}

	/**
	 * Returns the orders, deleted ones too, that clients call so, by two queries.
	 */
	List<Order> called(Collection<String> clientOrderNumbers) {
		List<OrderKey> found = this.keys.find(clientOrderNumbers);
		return found.isEmpty() ? List.of()
				: this.orders.findByKeys(found.stream().map(OrderKey::id).toArray(UUID[]::new),
						found.stream().map(OrderKey::orderDate).toArray(LocalDate[]::new));
	}

	List<String> nextNumbers(List<LocalDate> dates) {
		return this.keys.next(dates);
	}

	/**
	 * Stores new orders.
	 * @throws ProblemException when a client order number is taken
	 */
	void add(List<Order> added) {
		this.keys.claim(added);
		added.forEach(this.entities::persist);
	}

	/**
	 * Notes that an order is now called otherwise.
	 * @throws ProblemException when that number is taken
	 */
	void renamed(Order order) {
		this.keys.rename(order.id(), order.clientOrderNumber());
	}

	/**
	 * Moves an order to another date and returns it anew.
	 */
	Order move(Order order, LocalDate date) {
		this.entities.flush();
		this.entities.detach(order);
		this.keys.move(order.id(), date);
		return find(order.id()).orElseThrow(() -> notFound(order.id()));
	}

	/**
	 * Brings all changes to the database, so that the versions are settled.
	 */
	void settle() {
		this.orders.flush();
	}

	void note(Collection<RecordChange> changes) {
		this.journal.note(changes);
	}

}
