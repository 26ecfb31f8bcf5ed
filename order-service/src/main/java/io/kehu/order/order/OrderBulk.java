package io.kehu.order.order;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.Ownerships;
import io.kehu.platform.bulk.BulkItem;
import io.kehu.platform.bulk.BulkOutcome;
import io.kehu.platform.bulk.BulkTarget;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordChunk;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stores chunks of orders with the dates and status that they have in the system they
 * come from. Orders with a known client order number are changed, others are created.
 */
@Service
class OrderBulk implements BulkTarget<OrderDetails> {

	private final OrderIntake intake;

	private final OrderStore store;

	private final TransactionOperations transactions;

	private final Clock clock;

	OrderBulk(OrderIntake intake, OrderStore store, TransactionOperations transactions, Clock clock) {
		this.intake = intake;
		this.store = store;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Override
	public Set<String> keyMembers() {
		return Set.of("clientOrderNumber");
	}

	@Override
	public List<BulkOutcome> store(List<BulkItem<OrderDetails>> items, Consumer<Collection<?>> touched) {
		Map<String, OrderProposal.Present> present = present(items);
		List<OrderIntake.Acceptance> accepted = this.intake
			.acceptAll(items.stream().map((item) -> OrderProposal.of(item, present)).toList());
		boolean merging = items.stream().anyMatch(BulkItem::merges);
		return Objects.requireNonNull(this.transactions.execute((transaction) -> write(accepted, merging)));
	}

	/** Returns the stored orders that lines are to be merged into. */
	private Map<String, OrderProposal.Present> present(List<BulkItem<OrderDetails>> items) {
		List<String> numbers = items.stream()
			.filter(BulkItem::merges)
			.map((item) -> item.given().clientOrderNumber())
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		Map<String, OrderProposal.Present> present = new HashMap<>();
		if (!numbers.isEmpty()) {
			this.transactions.executeWithoutResult((transaction) -> this.store.find(numbers)
				.forEach((order) -> present.put(Objects.requireNonNull(order.clientOrderNumber()),
						OrderProposal.Present.of(order))));
		}
		return present;
	}

	private List<BulkOutcome> write(List<OrderIntake.Acceptance> accepted, boolean merging) {
		List<OrderContent> contents = accepted.stream()
			.map(OrderIntake.Acceptance::content)
			.filter(Objects::nonNull)
			.toList();
		Chunk chunk = new Chunk(
				this.store.nextNumbers(contents.stream().map(OrderContent::orderDate).toList()).iterator(),
				this.clock.instant(), merging);
		List<Order> known = this.store
			.find(contents.stream().map(OrderContent::clientOrderNumber).filter(Objects::nonNull).distinct().toList());
		known.forEach(chunk::add);
		chunk.changeable.putAll(this.store.findChangeable(known));
		List<BulkOutcome> outcomes = accepted.stream().map(chunk::store).toList();
		this.store.add(chunk.records.created());
		this.store.flush();
		this.store.record(chunk.records.changes((before, after) -> event(before, after).of(before, after)));
		return outcomes;
	}

	private static OrderEvent event(@Nullable OrderView before, OrderView after) {
		boolean moved = before == null || after.status() != before.status();
		return moved ? OrderEvent.reached(after.status()) : OrderEvent.CHANGED;
	}

	/**
	 * The orders of a chunk.
	 */
	private static final class Chunk {

		private final Iterator<String> numbers;

		private final Instant now;

		private final Map<String, Order> known = new HashMap<>();

		private final Map<UUID, Boolean> changeable = new HashMap<>();

		private final RecordChunk<Order, OrderView> records = new RecordChunk<>();

		private final boolean merging;

		Chunk(Iterator<String> numbers, Instant now, boolean merging) {
			this.numbers = numbers;
			this.now = now;
			this.merging = merging;
		}

		void add(Order order) {
			if (order.clientOrderNumber() != null) {
				this.known.put(order.clientOrderNumber(), order);
			}
		}

		BulkOutcome store(OrderIntake.Acceptance acceptance) {
			OrderContent content = acceptance.content();
			if (content == null) {
				return BulkOutcome.rejected(acceptance.errors());
			}
			String key = content.clientOrderNumber();
			Order order = (key != null) ? this.known.get(key) : null;
			try {
				return (order != null) ? update(order, content, acceptance.proposal())
						: create(content, acceptance.proposal().details().status());
			}
			catch (ProblemException ex) {
				return BulkOutcome.rejected(ex.asErrors());
			}
		}

		private BulkOutcome create(OrderContent given, @Nullable OrderStatus status) {
			OrderContent content = Ownerships.ofNew(Order.class, given);
			Order order = Order.take(this.numbers.next(), content, (status != null) ? status : OrderStatus.PLACED,
					this.now);
			add(order);
			this.changeable.put(order.id(), true);
			return this.records.create(order);
		}

		/** Without a date in the line the order keeps its date. */
		private BulkOutcome update(Order order, OrderContent given, OrderProposal proposal) {
			checkBasis(order, proposal);
			OrderDetails details = proposal.details();
			Boolean allowed = this.changeable.get(order.id());
			if (allowed == null) {
				throw ProblemException.conflict("/clientOrderNumber", "conflict", "belongs to another order");
			}
			if (!allowed) {
				throw Access.forbidden();
			}
			OrderContent dated = (details.orderDate() != null) ? given : given.on(order.content().orderDate());
			OrderContent content = this.merging ? dated : Ownerships.keeping(dated, order.content());
			Ownerships.checkChange(Order.class, order.content(), content);
			if (order.deleted()) {
				throw ProblemException.heldBy(order.id(), "/clientOrderNumber",
						"belongs to the deleted order %s, which can be restored".formatted(order.number()));
			}
			return this.records.change(order, () -> order.synchronize(content, details.status(), this.now));
		}

		/** The outside calls take time, in which others may have changed the order. */
		private void checkBasis(Order order, OrderProposal proposal) {
			if (this.merging && !this.records.isNew(order) && !proposal.isBasedOn(order)) {
				throw new OptimisticLockingFailureException("Order %s has changed meanwhile".formatted(order.number()));
			}
		}

	}

}
