package io.kehu.order.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.order.order.OrdersChanged;
import io.kehu.order.order.SoldOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Stores by how much each change of orders changes the figures, in the transaction of the
 * change. It only adds rows, so that orders never wait for each other.
 */
@Component
class SalesDeltas {

	private static final String ADD = """
			insert into sales_delta (day, currency, product_id, customer_id, owner_id, team_id, orders, lines, quantity,
			revenue) select * from unnest(?::date[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[],
			?::bigint[], ?::numeric[], ?::numeric[])""";

	private final JdbcTemplate jdbc;

	SalesDeltas(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void follow(OrdersChanged event) {
		Map<Place, Delta> deltas = new LinkedHashMap<>();
		for (OrdersChanged.Change change : event.changes()) {
			SoldOrder before = change.before();
			if (before != null) {
				add(before, -1, deltas);
			}
			add(change.after(), 1, deltas);
		}
		deltas.values().removeIf(Delta::isZero);
		if (!deltas.isEmpty()) {
			store(List.copyOf(deltas.entrySet()));
		}
	}

	/** Adds an order as a whole, and for each of its products. */
	private static void add(SoldOrder order, int sign, Map<Place, Delta> deltas) {
		if (!order.counts()) {
			return;
		}
		Map<@Nullable UUID, Delta> own = new LinkedHashMap<>();
		own.put(null, new Delta(1, 0, BigDecimal.ZERO, BigDecimal.ZERO));
		for (SoldOrder.Line line : order.lines()) {
			Delta sold = new Delta(0, 1, line.quantity(), line.revenue());
			own.merge(null, sold, Delta::plus);
			own.merge(line.productId(), new Delta(1, 1, line.quantity(), line.revenue()),
					(known, ignored) -> known.plus(sold));
		}
		own.forEach((product, delta) -> deltas.merge(
				new Place(order.day(), order.currency(), product, order.customerId(), order.ownerId(), order.teamId()),
				delta.times(sign), Delta::plus));
	}

	private void store(List<Map.Entry<Place, Delta>> deltas) {
		this.jdbc.update(ADD, column("date", deltas, (one) -> one.getKey().day()),
				column("text", deltas, (one) -> one.getKey().currency()),
				column("uuid", deltas, (one) -> one.getKey().product()),
				column("uuid", deltas, (one) -> one.getKey().customer()),
				column("uuid", deltas, (one) -> one.getKey().owner()),
				column("uuid", deltas, (one) -> one.getKey().team()),
				column("bigint", deltas, (one) -> one.getValue().orders()),
				column("bigint", deltas, (one) -> one.getValue().lines()),
				column("numeric", deltas, (one) -> one.getValue().quantity()),
				column("numeric", deltas, (one) -> one.getValue().revenue()));
	}

	private static SqlArrayValue column(String type, List<Map.Entry<Place, Delta>> deltas,
			Function<Map.Entry<Place, Delta>, @Nullable Object> value) {
		return new SqlArrayValue(type, deltas.stream().map(value).toArray());
	}

	/**
	 * To what a delta applies.
	 *
	 * @param product the product, or null for orders as a whole
	 */
	private record Place(LocalDate day, String currency, @Nullable UUID product, UUID customer, @Nullable UUID owner,
			@Nullable UUID team) {
	}

	/**
	 * By how much the figures change.
	 */
	private record Delta(long orders, long lines, BigDecimal quantity, BigDecimal revenue) {

		Delta plus(Delta other) {
			return new Delta(this.orders + other.orders, this.lines + other.lines, this.quantity.add(other.quantity),
					this.revenue.add(other.revenue));
		}

		Delta times(int sign) {
			BigDecimal factor = BigDecimal.valueOf(sign);
			return new Delta(this.orders * sign, this.lines * sign, this.quantity.multiply(factor),
					this.revenue.multiply(factor));
		}

		boolean isZero() {
			return this.orders == 0 && this.lines == 0 && this.quantity.signum() == 0 && this.revenue.signum() == 0;
		}

	}

}
