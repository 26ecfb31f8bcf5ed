package io.kehu.customer.figures;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.platform.cache.CacheFactory;
import io.kehu.platform.cache.Versioned;
import io.kehu.platform.cache.VersionedCache;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Stores a few fields of each order, and the order figures of each customer.
 */
@Repository
public class OrderFiguresStore {

	private static final String COUNTED = "select customer_id, counted from customer_order where order_id = any(?)";

	private static final String FORGET = "delete from customer_order where order_id = any(?)";

	private static final String STORE = """
			insert into customer_order (order_id, customer_id, order_date, counted, amount, currency, number, status,
			owner_id, team_id, deleted, campaign_code)
			select * from unnest(?::uuid[], ?::uuid[], ?::date[], ?::boolean[], ?::numeric[], ?::text[], ?::text[],
			?::text[], ?::uuid[], ?::uuid[], ?::boolean[], ?::text[])
			on conflict (order_id) do update set customer_id = excluded.customer_id,
			order_date = excluded.order_date, counted = excluded.counted, amount = excluded.amount,
			currency = excluded.currency, number = excluded.number, status = excluded.status,
			owner_id = excluded.owner_id, team_id = excluded.team_id, deleted = excluded.deleted,
			campaign_code = excluded.campaign_code""";

	private static final String PREPARE = """
			insert into customer_order_figures (customer_id, order_count, last_order_date, revision)
			select id, 0, null, 0 from unnest(?::uuid[]) as id order by id on conflict do nothing""";

	/**
	 * Holds the rows of the customers until the end of the transaction, so that no
	 * concurrent update is missed.
	 */
	private static final String LOCK = """
			select customer_id from customer_order_figures where customer_id = any(?) order by customer_id for update""";

	/** Takes the same time however many orders a customer has. */
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
	 * Returns the figures of a customer, never null.
	 */
	public OrderFigures of(UUID customerId) {
		return this.cache.get(customerId, () -> Optional.of(find(customerId))).orElse(OrderFigures.NONE);
	}

	private Versioned<OrderFigures> find(UUID customerId) {
		return query(List.of(customerId)).stream()
			.findFirst()
			.map(Revised::versioned)
			.orElseGet(() -> new Versioned<>(0, OrderFigures.NONE));
	}

	/**
	 * Returns the figures of the customers that have any, with one query.
	 */
	public Map<UUID, OrderFigures> ofAll(Collection<UUID> customerIds) {
		Map<UUID, OrderFigures> found = new HashMap<>();
		query(customerIds).forEach((row) -> found.put(row.customerId(), row.figures()));
		return found;
	}

	/**
	 * Applies the current state of orders; an empty one was erased.
	 */
	void update(Map<UUID, Optional<OrderState>> orders) {
		List<UUID> erased = new ArrayList<>();
		Map<UUID, OrderState> seen = new LinkedHashMap<>();
		orders.forEach((id, order) -> order.ifPresentOrElse((present) -> seen.put(id, present), () -> erased.add(id)));
		Map<UUID, Long> changes = changes(orders.keySet(), seen.values());
		this.jdbc.update(PREPARE, uuids(changes.keySet()));
		this.jdbc.queryForList(LOCK, UUID.class, uuids(changes.keySet()));
		this.jdbc.update(FORGET, uuids(erased));
		store(seen);
		List<UUID> customers = List.copyOf(changes.keySet());
		this.jdbc
			.query(COUNT, (row, number) -> Revised.of(row), uuids(customers),
					new SqlArrayValue("bigint", customers.stream().map(changes::get).toArray()))
			.forEach((row) -> this.cache.changed(row.customerId(), row.revision(), row.figures()));
	}

	/**
	 * Returns by how much the number of orders of each customer changes.
	 */
	private Map<UUID, Long> changes(Collection<UUID> orders, Collection<OrderState> seen) {
		Map<UUID, Long> changes = new HashMap<>();
		this.jdbc.query(COUNTED, (row) -> {
			changes.merge(row.getObject(1, UUID.class), row.getBoolean(2) ? -1L : 0L, Long::sum);
		}, uuids(orders));
		seen.forEach((order) -> changes.merge(order.customerId(), order.counted() ? 1L : 0L, Long::sum));
		return changes;
	}

	private void store(Map<UUID, OrderState> orders) {
		this.jdbc.update(STORE, uuids(orders.keySet()), column("uuid", orders, OrderState::customerId),
				column("date", orders, (order) -> Date.valueOf(order.orderDate())),
				column("boolean", orders, OrderState::counted),
				column("numeric", orders, (order) -> order.total().decimal()),
				column("text", orders, (order) -> order.total().currency()), column("text", orders, OrderState::number),
				column("text", orders, OrderState::status), column("uuid", orders, OrderState::ownerId),
				column("uuid", orders, OrderState::teamId),
				column("boolean", orders, (order) -> order.deletedAt() != null),
				column("text", orders, OrderState::campaignCode));
	}

	private static SqlArrayValue column(String type, Map<UUID, OrderState> orders,
			Function<OrderState, @Nullable Object> value) {
		return new SqlArrayValue(type, orders.values().stream().map(value).toArray());
	}

	private List<Revised> query(Collection<UUID> customerIds) {
		return this.jdbc.query(FIND, (row, number) -> Revised.of(row), uuids(customerIds));
	}

	private static SqlArrayValue uuids(Collection<UUID> ids) {
		return new SqlArrayValue("uuid", ids.toArray());
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
