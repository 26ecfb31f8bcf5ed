package io.kehu.order.order;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Claims ids and numbers across all months, and knows in which month an order lies.
 */
@Repository
class OrderKeys {

	private static final String CLAIM = """
			insert into order_key (id, order_date, number, client_order_number)
			select * from unnest(?::uuid[], ?::date[], ?::text[], ?::text[])""";

	private static final String FIND = "select id, order_date from order_key where client_order_number = any(?)";

	private final JdbcTemplate jdbc;

	OrderKeys(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns as many new order numbers as there are dates, for example
	 * {@code O-2026-000123}: the year of the order, and a number that never comes twice.
	 */
	List<String> next(List<LocalDate> dates) {
		List<Long> numbers = this.jdbc.queryForList("select nextval('order_number') from generate_series(1, ?)",
				Long.class, dates.size());
		return IntStream.range(0, dates.size())
			.mapToObj((i) -> "O-%04d-%06d".formatted(dates.get(i).getYear(), numbers.get(i)))
			.toList();
	}

	/**
	 * Claims the keys of new orders, by one statement.
	 * @throws ProblemException when a client order number is taken
	 */
	void claim(List<Order> orders) {
		if (orders.isEmpty()) {
			return;
		}
		claimed(() -> this.jdbc.update((connection) -> {
			PreparedStatement statement = connection.prepareStatement(CLAIM);
			statement.setArray(1, connection.createArrayOf("uuid", column(orders, Order::id)));
			statement.setArray(2,
					connection.createArrayOf("date", column(orders, (order) -> Date.valueOf(order.orderDate()))));
			statement.setArray(3, connection.createArrayOf("text", column(orders, Order::number)));
			statement.setArray(4, connection.createArrayOf("text", column(orders, Order::clientOrderNumber)));
			return statement;
		}));
	}

	/**
	 * Gives an order another client order number.
	 * @throws ProblemException when it is taken
	 */
	void rename(UUID id, @Nullable String clientOrderNumber) {
		claimed(() -> this.jdbc.update("update order_key set client_order_number = ? where id = ?", clientOrderNumber,
				id));
	}

	/**
	 * Moves an order, with its lines, to another date; the month must be there.
	 */
	void move(UUID id, LocalDate date) {
		this.jdbc.update("update order_key set order_date = ? where id = ?", date, id);
	}

	private static void claimed(Runnable claim) {
		try {
			claim.run();
		}
		catch (DuplicateKeyException ex) {
			throw ProblemException.conflict("/clientOrderNumber", "conflict",
					"this client order number belongs to another order");
		}
	}

	private static @Nullable Object[] column(List<Order> orders, Function<Order, @Nullable Object> value) {
		return orders.stream().map(value).toArray();
	}

	/**
	 * Returns the whole key of an order.
	 */
	Optional<OrderKey> find(UUID id) {
		return this.jdbc.queryForList("select order_date from order_key where id = ?", LocalDate.class, id)
			.stream()
			.findFirst()
			.map((date) -> new OrderKey(id, date));
	}

	/**
	 * Returns the keys of the orders that clients call so.
	 */
	List<OrderKey> find(Collection<String> clientOrderNumbers) {
		return clientOrderNumbers.isEmpty() ? List.of()
				: this.jdbc.query((connection) -> find(connection, clientOrderNumbers),
						(row, number) -> new OrderKey(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)));
	}

	private static PreparedStatement find(Connection connection, Collection<String> numbers) throws SQLException {
		PreparedStatement statement = connection.prepareStatement(FIND);
		statement.setArray(1, connection.createArrayOf("text", numbers.toArray()));
		return statement;
	}

}
