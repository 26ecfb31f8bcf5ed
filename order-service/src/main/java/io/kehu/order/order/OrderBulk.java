package io.kehu.order.order;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.kehu.platform.bulk.BulkItem;
import io.kehu.platform.bulk.BulkOutcome;
import io.kehu.platform.bulk.BulkTarget;
import org.jspecify.annotations.Nullable;

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

	private final OrderStock stock;

	private final TransactionOperations transactions;

	private final Clock clock;

	OrderBulk(OrderIntake intake, OrderStore store, OrderStock stock, TransactionOperations transactions, Clock clock) {
		this.intake = intake;
		this.store = store;
		this.stock = stock;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Override
	public Set<String> keyMembers() {
		return Set.of("clientOrderNumber");
	}

	@Override
	public List<BulkOutcome> store(List<BulkItem<OrderDetails>> items, Consumer<Collection<?>> touched) {
		List<String> numbers = items.stream()
			.map((item) -> item.given().clientOrderNumber())
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		Map<String, OrderProposal.Stored> stored = new HashMap<>();
		Set<String> refused = new HashSet<>();
		this.transactions.executeWithoutResult((transaction) -> read(numbers, stored, refused));
		OrderIntake.Lookup lookup = this.intake.lookUp(proposals(items, stored, refused));
		return Objects.requireNonNull(this.transactions.execute((transaction) -> {
			OrderChunk chunk = new OrderChunk(this.intake, lookup, this.clock.instant());
			return write(items, chunk, this.store.find(numbers), stored);
		}));
	}

	/**
	 * Reads the orders that lines are to change. Those that the caller may not change are
	 * not looked at any further, so that no answer depends on what they contain.
	 */
	private void read(List<String> numbers, Map<String, OrderProposal.Stored> stored, Set<String> refused) {
		List<Order> known = this.store.find(numbers);
		Map<UUID, Boolean> changeable = this.store.findChangeable(known);
		for (Order order : known) {
			String number = Objects.requireNonNull(order.clientOrderNumber());
			if (Boolean.TRUE.equals(changeable.get(order.id()))) {
				stored.put(number, OrderProposal.Stored.of(order));
			}
			else {
				refused.add(number);
			}
		}
	}

	/**
	 * Returns what the lines propose if each is accepted, which shows what is to be
	 * looked up for any of them.
	 */
	private static List<OrderProposal> proposals(List<BulkItem<OrderDetails>> items,
			Map<String, OrderProposal.Stored> stored, Set<String> refused) {
		Map<String, OrderDetails> latest = new HashMap<>();
		stored.forEach((number, order) -> latest.put(number, order.details()));
		List<OrderProposal> proposals = new ArrayList<>();
		for (BulkItem<OrderDetails> item : items) {
			String number = item.given().clientOrderNumber();
			if (number != null && refused.contains(number)) {
				continue;
			}
			OrderProposal proposal = OrderProposal.of(item, (number != null) ? stored.get(number) : null,
					(number != null) ? latest.get(number) : null);
			if (number != null && proposal.errors().isEmpty()) {
				latest.put(number, proposal.details());
			}
			proposals.add(proposal);
		}
		return proposals;
	}

	private List<BulkOutcome> write(List<BulkItem<OrderDetails>> items, OrderChunk chunk, List<Order> known,
			Map<String, OrderProposal.Stored> stored) {
		chunk.add(known, this.store.findChangeable(known), stored);
		long added = items.stream().filter(chunk::isNew).count();
		List<String> given = items.stream()
			.map((item) -> item.given().origin())
			.filter(Objects::nonNull)
			.map(OrderOrigin::number)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		chunk.number(this.store.nextNumbers((int) added), this.store.useNumbers(given));
		List<BulkOutcome> outcomes = items.stream().map(chunk::store).toList();
		this.store.add(chunk.records().created());
		this.store.flush();
		Set<UUID> changed = chunk.records().changedVersions().keySet();
		this.stock.loaded(Stream
			.concat(chunk.records().created().stream(), known.stream().filter((one) -> changed.contains(one.id())))
			.toList());
		this.store.record(chunk.records().changes((before, after) -> event(before, after).of(before, after)));
		return outcomes;
	}

	private static OrderEvent event(@Nullable OrderView before, OrderView after) {
		boolean moved = before == null || after.status() != before.status();
		return moved ? OrderEvent.reached(after.status()) : OrderEvent.CHANGED;
	}

}
