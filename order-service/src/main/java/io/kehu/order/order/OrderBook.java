package io.kehu.order.order;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

	OrderBook(OrderRepository orders, OrderKeys keys, RecordJournal journal, EntityManager entities) {
		this.orders = orders;
		this.keys = keys;
		this.journal = journal;
		this.entities = entities;
	}

	/**
	 * Returns an order, a deleted one too.
	 */
	Optional<Order> find(UUID id) {
		return this.keys.find(id).flatMap(this.orders::findById);
	}

	/**
	 * Returns an order that is there.
	 * @throws ProblemException when it is not
	 */
	Order present(UUID id) {
		return find(id).filter((order) -> !order.deleted()).orElseThrow(() -> ProblemException.notFound("order", id));
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
		return present(order.id());
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
