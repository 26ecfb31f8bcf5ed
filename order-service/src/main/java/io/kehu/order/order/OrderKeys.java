package io.kehu.order.order;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Stores the ids, dates and numbers of orders, which are unique across all partitions.
 */
@Repository
class OrderKeys {

	private static final String ADD = """
			insert into order_key (id, order_date, number, client_order_number)
			select * from unnest(?::uuid[], ?::date[], ?::text[], ?::text[])""";

	private static final String FIND = "select id, order_date from order_key where client_order_number = any(?)";

	private static final Pattern NUMBER = Pattern.compile("O-\\d{4}-(\\d{6,12})");

	/**
	 * Continues after a number. A sequence that is set while others draw from it could
	 * give a number twice, unless it is far behind.
	 */
	private static final String CONTINUE = """
			select case when ? - last_value > 10000 then setval('order_number', ?)
			else (select max(nextval('order_number')) from generate_series(1, ? - last_value)) end from order_number""";

	private final JdbcTemplate jdbc;

	OrderKeys(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Returns numbers that are never used twice. */
	List<Long> next(int count) {
		return (count > 0)
				? this.jdbc.queryForList("select nextval('order_number') from generate_series(1, ?)", Long.class, count)
				: List.of();
	}

	/**
	 * Prepares the use of numbers of another system. Those that look like these are
	 * skipped by {@link #next}.
	 * @return those that orders have already
	 */
	List<String> use(Collection<String> numbers) {
		if (numbers.isEmpty()) {
			return List.of();
		}
		numbers.stream()
			.map(NUMBER::matcher)
			.filter(Matcher::matches)
			.map((number) -> Long.parseLong(number.group(1)))
			.max(Comparator.naturalOrder())
			.ifPresent((highest) -> this.jdbc.queryForObject(CONTINUE, Long.class, highest, highest, highest));
		return this.jdbc.queryForList("select number from order_key where number = any(?)", String.class,
				new SqlArrayValue("text", numbers.toArray()));
	}

	/**
	 * Returns an order number, for example {@code O-2026-000123}: the year of the order,
	 * and a number that is never used twice.
	 */
	static String number(long unique, LocalDate date) {
		return "O-%04d-%06d".formatted(date.getYear(), unique);
	}

	/**
	 * Adds the keys of new orders with one statement.
	 * @throws DuplicateKeyException if a client order number is taken
	 */
	void add(List<Order> orders) {
		if (orders.isEmpty()) {
			return;
		}
		this.jdbc.update(ADD, column("uuid", orders, Order::id),
				column("date", orders, (order) -> Date.valueOf(order.orderDate())),
				column("text", orders, Order::number), column("text", orders, Order::clientOrderNumber));
	}

	/**
	 * Changes the client order number of an order.
	 * @throws DuplicateKeyException if it is taken
	 */
	void changeNumber(UUID id, @Nullable String clientOrderNumber) {
		this.jdbc.update("update order_key set client_order_number = ? where id = ?", clientOrderNumber, id);
	}

	/**
	 * Moves an order with its lines to another date, whose partition must exist.
	 */
	void move(UUID id, LocalDate date) {
		this.jdbc.update("update order_key set order_date = ? where id = ?", date, id);
	}

	private static SqlArrayValue column(String type, List<Order> orders, Function<Order, @Nullable Object> value) {
		return new SqlArrayValue(type, orders.stream().map(value).toArray());
	}

	/**
	 * Returns the key of an order.
	 */
	Optional<OrderKey> find(UUID id) {
		return this.jdbc.queryForList("select order_date from order_key where id = ?", LocalDate.class, id)
			.stream()
			.findFirst()
			.map((date) -> new OrderKey(id, date));
	}

	/**
	 * Returns the keys of the orders with these client order numbers.
	 */
	List<OrderKey> find(Collection<String> clientOrderNumbers) {
		return clientOrderNumbers.isEmpty() ? List.of()
				: this.jdbc.query(FIND,
						(row, number) -> new OrderKey(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)),
						new SqlArrayValue("text", clientOrderNumbers.toArray()));
	}

}
