package io.kehu.customer.insight;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.platform.test.probe.HttpProbe;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Customers that buy as the models assume, and stop.
 */
final class InsightFixture {

	static final int CUSTOMERS = 400;

	/** The number of customers that belong to {@link #owner}. */
	static final int OWNED = 60;

	static final int AGE = 420;

	final UUID owner = UUID.randomUUID();

	/** The ids of the customers. */
	final List<UUID> customers;

	/** The days of the purchases of each customer. */
	final List<List<LocalDate>> days = new ArrayList<>();

	InsightFixture(HttpProbe http, JdbcTemplate jdbc, LocalDate today) {
		String lines = IntStream.range(0, CUSTOMERS)
			.mapToObj((number) -> "{\"kind\": \"company\", \"name\": \"Insight %d\"%s}".formatted(number,
					(number < OWNED) ? ", \"ownerId\": \"%s\"".formatted(this.owner) : ""))
			.collect(Collectors.joining("\n"));
		this.customers = http.with("Content-Type", "application/x-ndjson")
			.post("/api/v1/customers/bulk", lines)
			.expect(200)
			.body()
			.lines()
			.map((line) -> UUID.fromString(JsonMapper.shared().readTree(line).get("id").asString()))
			.toList();
		SplittableRandom random = new SplittableRandom(11);
		List<Object[]> orders = new ArrayList<>();
		for (UUID customer : this.customers) {
			List<LocalDate> bought = purchases(random, today);
			this.days.add(bought);
			double level = 10 + 40 * random.nextDouble();
			bought.forEach((day) -> orders.add(new Object[] { UUID.randomUUID(), customer, Date.valueOf(day), true,
					Math.round(100 * level * (0.5 + random.nextDouble())) / 100.0, "EUR" }));
		}
		jdbc.batchUpdate("""
				insert into customer_order (order_id, customer_id, order_date, counted, amount, currency)
				values (?, ?, ?, ?, ?, ?)""", orders);
	}

	private static List<LocalDate> purchases(SplittableRandom random, LocalDate today) {
		int age = random.nextInt(200, AGE);
		double rate = -Math.log(1 - random.nextDouble()) / 40;
		double leaving = Math.min(random.nextDouble(), random.nextDouble());
		List<LocalDate> days = new ArrayList<>(List.of(today.minusDays(age)));
		double time = 0;
		boolean active = true;
		while (active) {
			time -= Math.log(1 - random.nextDouble()) / rate;
			active = time < age;
			LocalDate day = active ? today.minusDays(age).plusDays((long) Math.ceil(time)) : today;
			if (active && !days.contains(day)) {
				days.add(day);
				active = random.nextDouble() >= leaving;
			}
		}
		return days;
	}

}
