package io.kehu.customer.figures;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.cache.CacheFactory;
import io.kehu.platform.cache.Versioned;
import io.kehu.platform.cache.VersionedCache;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Stores what is known of the orders, and the figures made of it.
 */
@Repository
public class OrderFiguresStore {

	private static final String COUNTED = "select customer_id, counted from customer_order where order_id = any(?)";

	private static final String FORGET = "delete from customer_order where order_id = any(?)";

	private static final String REMEMBER = """
			insert into customer_order (order_id, customer_id, order_date, counted)
			select * from unnest(?::uuid[], ?::uuid[], ?::date[], ?::boolean[])
			on conflict (order_id) do update set customer_id = excluded.customer_id,
			order_date = excluded.order_date, counted = excluded.counted""";

	private static final String PREPARE = """
			insert into customer_order_figures (customer_id, order_count, last_order_date, revision)
			select id, 0, null, 0 from unnest(?::uuid[]) as id order by id on conflict do nothing""";

	/**
	 * Whoever counts a customer's orders holds the row, so that no one counts at the same
	 * time and misses what the other adds.
	 */
	private static final String LOCK = """
			select customer_id from customer_order_figures where customer_id = any(?) order by customer_id for update""";

	/** Costs the same however much a customer has ordered. */
	private static final String COUNT = """
			update customer_order_figures f set order_count = f.order_count + change.number,
			last_order_date = (select o.order_date from customer_order o where o.customer_id = f.customer_id and o.counted
			order by o.order_date desc limit 1), revision = f.revision + 1
			from unnest(?::uuid[], ?::bigint[]) as change (id, number)
			where f.customer_id = change.id returning f.customer_id, f.order_count, f.last_order_date, f.revision""";

	private static final String FIND = """
			select customer_id, order_count, last_order_date, revision from customer_order_figures
			where customer_id = any(?)""";

	private final JdbcTemplate jdbc;

	private final VersionedCache<OrderFigures> cache;

	OrderFiguresStore(JdbcTemplate jdbc, CacheFactory caches) {
		this.jdbc = jdbc;
		this.cache = caches.create("order-figures", OrderFigures.class);
	}

	/**
	 * Returns the figures of one customer, never null.
	 */
	public OrderFigures of(UUID customerId) {
		return this.cache.get(customerId, () -> Optional.of(find(customerId))).orElse(OrderFigures.NONE);
	}

	private Versioned<OrderFigures> find(UUID customerId) {
		return query(FIND, List.of(customerId)).stream()
			.findFirst()
			.map(Revised::versioned)
			.orElseGet(() -> new Versioned<>(0, OrderFigures.NONE));
	}

	/**
	 * Returns the figures of those customers that have any, by one query.
	 */
	public Map<UUID, OrderFigures> ofAll(Collection<UUID> customerIds) {
		Map<UUID, OrderFigures> found = new HashMap<>();
		query(FIND, customerIds).forEach((row) -> found.put(row.customerId(), row.figures()));
		return found;
	}

	/**
	 * Takes what became of orders; an empty one is erased.
	 */
	void see(Map<UUID, Optional<OrderSeen>> orders) {
		List<UUID> erased = new ArrayList<>();
		Map<UUID, OrderSeen> seen = new HashMap<>();
		orders.forEach((id, order) -> order.ifPresentOrElse((present) -> seen.put(id, present), () -> erased.add(id)));
		Map<UUID, Long> changes = changes(orders.keySet(), seen.values());
		this.jdbc.update((connection) -> statement(connection, PREPARE, changes.keySet()));
		this.jdbc.query((connection) -> statement(connection, LOCK, changes.keySet()), (row) -> {
		});
		this.jdbc.update((connection) -> statement(connection, FORGET, erased));
		this.jdbc.update((connection) -> remember(connection, List.copyOf(seen.entrySet())));
		this.jdbc.query((connection) -> count(connection, changes), (row, number) -> Revised.of(row))
			.forEach((row) -> this.cache.changed(row.customerId(), row.revision(), row.figures()));
	}

	/**
	 * Returns by how much each customer's number of orders changes.
	 */
	private Map<UUID, Long> changes(Collection<UUID> orders, Collection<OrderSeen> seen) {
		Map<UUID, Long> changes = new HashMap<>();
		this.jdbc.query((connection) -> statement(connection, COUNTED, orders), (row) -> {
			changes.merge(row.getObject(1, UUID.class), row.getBoolean(2) ? -1L : 0L, Long::sum);
		});
		seen.forEach((order) -> changes.merge(order.customerId(), order.counted() ? 1L : 0L, Long::sum));
		return changes;
	}

	private static PreparedStatement count(Connection connection, Map<UUID, Long> changes) throws SQLException {
		PreparedStatement statement = connection.prepareStatement(COUNT);
		List<UUID> customers = List.copyOf(changes.keySet());
		statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
		statement.setArray(2, connection.createArrayOf("bigint", customers.stream().map(changes::get).toArray()));
		return statement;
	}

	private static PreparedStatement remember(Connection connection, List<Map.Entry<UUID, OrderSeen>> orders)
			throws SQLException {
		PreparedStatement statement = connection.prepareStatement(REMEMBER);
		statement.setArray(1, connection.createArrayOf("uuid", orders.stream().map(Map.Entry::getKey).toArray()));
		statement.setArray(2, connection.createArrayOf("uuid",
				orders.stream().map((order) -> order.getValue().customerId()).toArray()));
		statement.setArray(3, connection.createArrayOf("date",
				orders.stream().map((order) -> Date.valueOf(order.getValue().orderDate())).toArray()));
		statement.setArray(4, connection.createArrayOf("boolean",
				orders.stream().map((order) -> order.getValue().counted()).toArray()));
		return statement;
	}

	private List<Revised> query(String sql, Collection<UUID> ids) {
		return this.jdbc.query((connection) -> statement(connection, sql, ids), (row, number) -> Revised.of(row));
	}

	private static PreparedStatement statement(Connection connection, String sql, Collection<UUID> ids)
			throws SQLException {
		PreparedStatement statement = connection.prepareStatement(sql);
		statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
		return statement;
	}

	/**
	 * The figures of a customer as of one revision.
	 */
	private record Revised(UUID customerId, OrderFigures figures, long revision) {

		static Revised of(ResultSet row) throws SQLException {
			return new Revised(row.getObject(1, UUID.class),
					new OrderFigures(row.getLong(2), row.getObject(3, LocalDate.class)), row.getLong(4));
		}

		Versioned<OrderFigures> versioned() {
			return new Versioned<>(this.revision, this.figures);
		}

	}

}
