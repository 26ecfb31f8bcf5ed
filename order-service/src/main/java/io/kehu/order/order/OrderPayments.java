package io.kehu.order.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.record.RecordChange;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * What payments need of orders.
 */
@Component
public class OrderPayments {

	private static final String FIND = """
			select o.id, o.currency, o.total - o.paid + o.refunded from order_key k
			join orders o on o.id = k.id and o.order_date = k.order_date where k.id = any(?)""";

	private final OrderStore store;

	private final Access access;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	OrderPayments(OrderStore store, Access access, JdbcTemplate jdbc, Clock clock) {
		this.store = store;
		this.access = access;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Returns those of these orders that exist and that the caller may see. */
	public Map<UUID, Payable> find(Collection<UUID> orders) {
		if (orders.isEmpty()) {
			return Map.of();
		}
		Set<UUID> visible = this.access.reachPresent(Order.class, AccessLevel.READ, orders).keySet();
		Map<UUID, Payable> found = new HashMap<>();
		this.jdbc.query(FIND, (row) -> {
			found.put(row.getObject(1, UUID.class), new Payable(row.getString(2), row.getBigDecimal(3)));
		}, new SqlArrayValue("uuid", visible.toArray()));
		return found;
	}

	/** Returns whether at least the total of an order was paid or refunded. */
	public boolean isPaid(UUID order) {
		return this.store.lock(List.of(order))
			.stream()
			.map((one) -> one.settlement().paymentStatus())
			.noneMatch((status) -> status == PaymentStatus.UNPAID || status == PaymentStatus.PARTIALLY_PAID);
	}

	/**
	 * Adds to what was paid for orders and refunded, in the transaction of the payment.
	 * Orders are locked one after the other, always in the same sequence.
	 */
	public void settle(Map<UUID, Difference> differences) {
		if (differences.isEmpty()) {
			return;
		}
		Instant now = this.clock.instant();
		Map<Order, OrderView> before = new HashMap<>();
		List<Order> orders = this.store.lock(differences.keySet());
		for (Order order : orders) {
			before.put(order, order.view());
			Difference difference = differences.getOrDefault(order.id(), Difference.NONE);
			Settlement present = order.settlement();
			order.settle(present.paid().add(difference.paid()), present.refunded().add(difference.refunded()), now);
		}
		this.store.flush();
		List<RecordChange> changes = new ArrayList<>();
		orders.forEach((order) -> changes.add(OrderEvent.SETTLED.of(before.get(order), order.view())));
		this.store.record(changes);
	}

	/**
	 * What can be paid for an order.
	 *
	 * @param open what is not paid yet; negative if too much was paid
	 */
	public record Payable(String currency, BigDecimal open) {
	}

	/**
	 * What a payment adds to the amounts of an order.
	 */
	public record Difference(BigDecimal paid, BigDecimal refunded) {

		static final Difference NONE = new Difference(BigDecimal.ZERO, BigDecimal.ZERO);

		/** Returns the sum. */
		public Difference plus(Difference other) {
			return new Difference(this.paid.add(other.paid), this.refunded.add(other.refunded));
		}

		/** Returns whether nothing is added. */
		public boolean nothing() {
			return this.paid.signum() == 0 && this.refunded.signum() == 0;
		}

	}

}
