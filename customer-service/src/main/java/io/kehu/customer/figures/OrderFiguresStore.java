package io.kehu.customer.figures;

import java.sql.Connection;
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
import java.util.TreeSet;
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

	private static final String CUSTOMERS_OF = "select distinct customer_id from customer_order where order_id = any(?)";

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

	private static final String COUNT = """
			update customer_order_figures f set order_count = counted.number, last_order_date = counted.last,
			revision = f.revision + 1
			from (select c.id, count(o.order_id) as number, max(o.order_date) as last from unnest(?::uuid[]) as c (id)
			left join customer_order o on o.customer_id = c.id and o.counted group by c.id) as counted
			where f.customer_id = counted.id returning f.customer_id, f.order_count, f.last_order_date, f.revision""";

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
		TreeSet<UUID> affected = new TreeSet<>(
				this.jdbc.query((connection) -> statement(connection, CUSTOMERS_OF, orders.keySet()),
						(row, number) -> row.getObject(1, UUID.class)));
		List<UUID> erased = new ArrayList<>();
		Map<UUID, OrderSeen> seen = new HashMap<>();
		orders.forEach((id, order) -> order.ifPresentOrElse((present) -> seen.put(id, present), () -> erased.add(id)));
		seen.values().forEach((order) -> affected.add(order.customerId()));
		this.jdbc.update((connection) -> statement(connection, PREPARE, affected));
		this.jdbc.query((connection) -> statement(connection, LOCK, affected), (row) -> {
		});
		this.jdbc.update((connection) -> statement(connection, FORGET, erased));
		this.jdbc.update((connection) -> remember(connection, List.copyOf(seen.entrySet())));
		query(COUNT, affected).forEach((row) -> this.cache.changed(row.customerId(), row.revision(), row.figures()));
	}

	private static PreparedStatement remember(Connection connection, List<Map.Entry<UUID, OrderSeen>> orders)
			throws SQLException {
		PreparedStatement statement = connection.prepareStatement(REMEMBER);
		statement.setArray(1, connection.createArrayOf("uuid", orders.stream().map(Map.Entry::getKey).toArray()));
		statement.setArray(2, connection.createArrayOf("uuid",
				orders.stream().map((order) -> order.getValue().customerId()).toArray()));
		statement.setArray(3, connection.createArrayOf("date",
				orders.stream().map((order) -> java.sql.Date.valueOf(order.getValue().orderDate())).toArray()));
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
