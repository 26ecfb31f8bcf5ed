package io.kehu.deploy.local.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.kehu.deploy.local.system.LaunchFailure;
import io.kehu.platform.embedded.PostgresDatabases;
import org.jspecify.annotations.Nullable;

/**
 * Reads a company from a dump with the tables of Northwind, using a scratch database that
 * is dropped afterwards.
 */
public final class Northwind {

	private static final String SYSTEM = "northwind";

	private static final String SCRATCH = "kehu_demo_scratch";

	private static final String CURRENCY = "USD";

	private final PostgresDatabases databases;

	private final Path dump;

	/**
	 * Creates a reader of a dump.
	 * @param databases the server for the scratch database
	 * @param dump the file
	 */
	public Northwind(PostgresDatabases databases, Path dump) {
		this.databases = databases;
		this.dump = dump;
	}

	/**
	 * Reads all customers, products and orders.
	 * @throws LaunchFailure if the dump is not a PostgreSQL dump or lacks a table
	 */
	public Company read() {
		String password = Long.toHexString(new SecureRandom().nextLong());
		this.databases.dropDatabase(SCRATCH, SCRATCH);
		this.databases.createDatabase(SCRATCH, SCRATCH, password);
		try (Connection connection = DriverManager.getConnection(this.databases.jdbcUrl(SCRATCH), SCRATCH, password)) {
			new SqlDump(this.dump).restore(connection);
			return new Company(customers(connection), products(connection), orders(connection));
		}
		catch (SQLException ex) {
			throw new LaunchFailure(
					"The dump " + this.dump + " does not contain the tables of Northwind: " + ex.getMessage(), ex);
		}
		finally {
			this.databases.dropDatabase(SCRATCH, SCRATCH);
		}
	}

	private static List<Company.Customer> customers(Connection connection) throws SQLException {
		return rows(connection, "select * from customers order by customer_id", Northwind::customer);
	}

	private static Company.Customer customer(ResultSet row) throws SQLException {
		String key = row.getString("customer_id").strip();
		Optional<String> country = Countries.code(row.getString("country"));
		Map<String, Object> custom = new LinkedHashMap<>();
		put(custom, "contactName", row.getString("contact_name"));
		put(custom, "contactTitle", row.getString("contact_title"));
		List<Map<String, Object>> phones = new ArrayList<>();
		for (String type : List.of("phone", "fax")) {
			String number = row.getString(type);
			Optional<String> international = Countries.phone(number, country);
			// Numbers that are not valid are kept as custom fields
			international.ifPresentOrElse(
					(known) -> phones.add(Map.of("number", known, "type", type, "primary", phones.isEmpty())),
					() -> put(custom, type, number));
		}
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("kind", "company");
		body.put("name", row.getString("company_name"));
		body.put("status", "active");
		body.put("phones", phones);
		body.put("externalIds", List.of(Map.of("system", SYSTEM, "id", key)));
		if (country.isPresent()) {
			body.put("addresses", List.of(address(row, country.get())));
		}
		else {
			put(custom, "country", row.getString("country"));
		}
		body.put("customFields", custom);
		return new Company.Customer(key, null, body);
	}

	private static Map<String, Object> address(ResultSet row, String country) throws SQLException {
		Map<String, Object> address = new LinkedHashMap<>();
		address.put("type", "billing");
		put(address, "line1", row.getString("address"));
		put(address, "postalCode", row.getString("postal_code"));
		put(address, "city", row.getString("city"));
		put(address, "region", row.getString("region"));
		address.put("country", country);
		return address;
	}

	private static List<Company.Product> products(Connection connection) throws SQLException {
		return rows(connection,
				"select product_id, product_name, unit_price::numeric as price, discontinued from products order by 1",
				(row) -> {
					String sku = sku(row);
					return new Company.Product(sku,
							new LinkedHashMap<>(Map.of("sku", sku, "name", row.getString("product_name"), "price",
									money(row.getBigDecimal("price")), "active", row.getInt("discontinued") == 0)));
				});
	}

	private static List<Company.Order> orders(Connection connection) throws SQLException {
		Map<Integer, List<Company.Line>> lines = new HashMap<>();
		rows(connection, "select order_id, product_id, unit_price::numeric as price, quantity, "
				+ "discount::numeric as discount from order_details order by order_id, product_id", (row) -> {
					Company.Line line = new Company.Line(sku(row), OrderBodies.line(row.getInt("quantity"),
							money(row.getBigDecimal("price")), row.getBigDecimal("discount")));
					lines.computeIfAbsent(row.getInt("order_id"), (order) -> new ArrayList<>()).add(line);
					return line;
				});
		return rows(connection, "select * from orders order by order_id", (row) -> {
			String number = "NW-" + row.getInt("order_id");
			Date shipped = row.getDate("shipped_date");
			return new Company.Order(number, row.getString("customer_id"),
					OrderBodies.order(number, row.getDate("order_date").toLocalDate(),
							(shipped != null) ? "completed" : "confirmed"),
					lines.getOrDefault(row.getInt("order_id"), List.of()));
		});
	}

	private static String sku(ResultSet row) throws SQLException {
		return "NW-%02d".formatted(row.getInt("product_id"));
	}

	private static Map<String, Object> money(@Nullable BigDecimal amount) {
		return OrderBodies.money((amount != null) ? amount.setScale(2, RoundingMode.HALF_UP) : BigDecimal.ZERO,
				CURRENCY);
	}

	private static void put(Map<String, Object> body, String name, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			body.put(name, value.strip());
		}
	}

	private static <T> List<T> rows(Connection connection, String query, Reading<T> reading) throws SQLException {
		List<T> rows = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(query)) {
			while (result.next()) {
				rows.add(reading.read(result));
			}
		}
		return rows;
	}

	/** Converts a row. */
	@FunctionalInterface
	private interface Reading<T> {

		T read(ResultSet row) throws SQLException;

	}

}
