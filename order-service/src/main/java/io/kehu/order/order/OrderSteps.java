package io.kehu.order.order;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.web.VersionCheck;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes an order in a transaction, in the same order of steps every time: access,
 * version, the change itself with its effect on stock, event and history.
 */
@Component
class OrderSteps {

	private final OrderStore store;

	private final TransactionOperations transactions;

	private final Clock clock;

	OrderSteps(OrderStore store, TransactionOperations transactions, Clock clock) {
		this.store = store;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Changes an order by an intent. */
	OrderView step(UUID id, VersionCheck expected, OrderEvent event, AccessLevel level,
			BiConsumer<Order, Instant> intent) {
		return inTransaction(() -> {
			Order order = present(id, expected, level);
			OrderView before = order.view();
			intent.accept(order, this.clock.instant());
			return recorded(event, order, before);
		});
	}

	Order present(UUID id, VersionCheck expected, AccessLevel level) {
		Order order = this.store.getPresent(id, level);
		expected.check(order.version());
		return order;
	}

	OrderView recorded(OrderEvent event, Order order, @Nullable OrderView before) {
		this.store.flush();
		OrderView after = order.view();
		this.store.record(List.of(event.of(before, after)));
		return after;
	}

	Instant now() {
		return this.clock.instant();
	}

	OrderView inTransaction(Supplier<OrderView> work) {
		return Objects.requireNonNull(this.transactions.execute((transaction) -> work.get()));
	}

}
