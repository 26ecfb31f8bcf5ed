package io.kehu.order.stock;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.platform.record.RecordChange;
import io.kehu.platform.record.RecordJournal;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Reserves, ships and returns the stock of orders, in the transaction of the change to
 * the order. Products without a stock level are not limited and not tracked.
 */
@Component
public class StockReservations {

	private final StockTable table;

	private final RecordJournal journal;

	private final Clock clock;

	StockReservations(StockTable table, RecordJournal journal, Clock clock) {
		this.table = table;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Reserves these quantities for an order, instead of those that it has reserved.
	 * @param quantities the quantities by product
	 * @param expiresAt when they are released again, or null for never
	 * @throws InsufficientStockException if too little of some products is available
	 */
	public void reserve(UUID order, Map<UUID, BigDecimal> quantities, @Nullable Instant expiresAt) {
		move(new Movements(Map.of(order, quantities), Movement.Rule::reserving, true, false, expiresAt));
	}

	/**
	 * Follows a change to an order that only reserves stock if it already has: then it
	 * reserves these quantities instead, until the same time.
	 * @throws InsufficientStockException if too little of some products is available
	 */
	public void follow(UUID order, Map<UUID, BigDecimal> quantities) {
		Instant expiresAt = this.table.findExpiry(order);
		if (expiresAt != null) {
			reserve(order, quantities, expiresAt);
		}
	}

	/**
	 * Reserves quantities for orders that exist already in another system, even if more
	 * is promised than there is.
	 * @param quantities the quantities by order and product
	 */
	public void reserveAll(Map<UUID, Map<UUID, BigDecimal>> quantities) {
		move(new Movements(quantities, Movement.Rule::reserving, true, true, null));
	}

	/** Releases everything that an order has reserved. */
	public void release(UUID order) {
		reserve(order, Map.of(), null);
	}

	/**
	 * Removes shipped quantities from the warehouse, and from what the order has
	 * reserved.
	 * @throws InsufficientStockException if there is too little that other orders have
	 * not reserved
	 */
	public void ship(UUID order, Map<UUID, BigDecimal> quantities) {
		move(new Movements(Map.of(order, quantities), Movement.Rule::shipping, false, false, null));
	}

	/** Adds returned quantities to the warehouse. */
	public void restock(UUID order, Map<UUID, BigDecimal> quantities) {
		move(new Movements(Map.of(order, quantities), Movement.Rule::returning, false, false, null));
	}

	private void move(Movements wanted) {
		Map<StockTable.Key, BigDecimal> reserved = this.table.lockReservations(wanted.quantities().keySet());
		Map<StockTable.Key, Movement.Rule> rules = wanted.rules(reserved.keySet());
		if (rules.isEmpty()) {
			return;
		}
		Map<UUID, StockView> levels = this.table
			.lockLevels(rules.keySet().stream().map(StockTable.Key::product).distinct().toList());
		Map<UUID, StockTable.Change> changes = new LinkedHashMap<>();
		Map<StockTable.Key, BigDecimal> remaining = new LinkedHashMap<>();
		rules.forEach((key, rule) -> {
			StockView level = levels.get(key.product());
			if (level == null && reserved.containsKey(key)) {
				remaining.put(key, BigDecimal.ZERO);
			}
			if (level != null) {
				BigDecimal before = reserved.getOrDefault(key, BigDecimal.ZERO);
				Movement movement = rule.of(before);
				remaining.put(key, movement.reserved());
				changes.merge(key.product(), new StockTable.Change(level.id(), movement.onHand(),
						movement.reserved().subtract(before), wanted.forced()), StockTable.Change::plus);
			}
		});
		changes.values().removeIf(StockTable.Change::nothing);
		check(levels, changes, reserved);
		write(levels, changes);
		this.table.reserve(remaining, wanted.expiresAt());
	}

	private static void check(Map<UUID, StockView> levels, Map<UUID, StockTable.Change> changes,
			Map<StockTable.Key, BigDecimal> reserved) {
		Map<UUID, BigDecimal> lacking = new LinkedHashMap<>();
		changes.forEach((product, change) -> {
			StockView level = Objects.requireNonNull(levels.get(product));
			if (change.exceeds(level)) {
				BigDecimal own = reserved.entrySet()
					.stream()
					.filter((one) -> one.getKey().product().equals(product))
					.map(Map.Entry::getValue)
					.reduce(BigDecimal.ZERO, BigDecimal::add);
				lacking.put(product, level.available().add(own).min(level.onHand()).max(BigDecimal.ZERO));
			}
		});
		if (!lacking.isEmpty()) {
			throw new InsufficientStockException(lacking);
		}
	}

	private void write(Map<UUID, StockView> levels, Map<UUID, StockTable.Change> changes) {
		if (changes.isEmpty()) {
			return;
		}
		Instant now = this.clock.instant();
		if (this.table.move(List.copyOf(changes.values()), now) < changes.size()) {
			throw new OptimisticLockingFailureException("A stock level has changed meanwhile");
		}
		List<RecordChange> recorded = new ArrayList<>();
		changes.forEach((product, change) -> {
			StockView level = Objects.requireNonNull(levels.get(product));
			recorded
				.add(StockConfiguration.EVENTS.change(StockConfiguration.MOVED, level, change.appliedTo(level, now)));
		});
		this.journal.note(recorded);
	}

	/**
	 * What is to be moved.
	 *
	 * @param quantities the quantities by order and product
	 * @param rule the rule for a quantity
	 * @param whole whether other products that the orders have reserved are released
	 * @param forced whether more can be reserved than there is
	 * @param expiresAt when the reservations expire, or null
	 */
	private record Movements(Map<UUID, Map<UUID, BigDecimal>> quantities, Function<BigDecimal, Movement.Rule> rule,
			boolean whole, boolean forced, @Nullable Instant expiresAt) {

		Map<StockTable.Key, Movement.Rule> rules(Collection<StockTable.Key> reserved) {
			Map<StockTable.Key, Movement.Rule> rules = new LinkedHashMap<>();
			this.quantities.forEach((order, products) -> products.forEach(
					(product, quantity) -> rules.put(new StockTable.Key(order, product), this.rule.apply(quantity))));
			if (this.whole) {
				reserved.forEach((key) -> rules.putIfAbsent(key, Movement.Rule.reserving(BigDecimal.ZERO)));
			}
			return rules;
		}

	}

}
