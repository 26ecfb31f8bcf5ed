package io.kehu.order.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import io.kehu.platform.test.Together;
import io.kehu.platform.test.probe.HttpAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reports always equal what follows from the orders, whatever happens to them.
 */
class SalesTruthTests extends SalesFixture {

	private static final List<String> INTENTS = List.of("confirm", "complete", "cancel");

	private final Random random = new Random(11);

	@Test
	void reportsEqualTheOrders() {
		List<String> paths = IntStream.range(0, 6).mapToObj((i) -> place()).toList();
		for (int i = 0; i < 60; i++) {
			step(paths.get(this.random.nextInt(paths.size())));
			if (this.random.nextInt(4) == 0) {
				this.rollups.rollUp();
			}
			if (i % 12 == 0) {
				check();
			}
		}
		check();
		this.rollups.rollUp();
		check();
	}

	@Test
	void reportsEqualTheOrdersThatArePlacedAtOnce() {
		Together.run(5, (client) -> {
			if (client == 0) {
				IntStream.range(0, 6).forEach((i) -> this.rollups.rollUp());
			}
			else {
				IntStream.range(0, 3).forEach((i) -> order("0%d-10".formatted(client), this.tea, i + 1, ""));
			}
			return client;
		});
		check();
		this.rollups.rollUp();
		check();
		assertThat(report("").get("rows").size()).isEqualTo(4);
	}

	private String place() {
		String status = this.random.nextBoolean() ? "placed" : "draft";
		return this.http.post(ORDERS, body(date(), lines(), ", \"status\": \"%s\"".formatted(status)))
			.expect(201)
			.header("Location");
	}

	private String date() {
		return "0%d-%d".formatted(1 + this.random.nextInt(3), 10 + this.random.nextInt(3));
	}

	private String lines() {
		String first = line(this.tea, 1 + this.random.nextInt(5), "EUR");
		return this.random.nextBoolean() ? first
				: first + "," + line(this.random.nextBoolean() ? this.tea : this.coffee, 1, "EUR");
	}

	/** Whether a step is possible does not matter. */
	private void step(String path) {
		switch (this.random.nextInt(6)) {
			case 0 -> this.http.patch(path, "*", "{\"lines\": [%s]}".formatted(lines()));
			case 1 -> this.http.patch(path, "*", "{\"ownerId\": \"%s\"}".formatted(UUID.randomUUID()));
			case 2 -> this.http.patch(path, "*", "{\"orderDate\": \"%s\"}".formatted(day(date())));
			case 3 -> this.http.with("If-Match", "*").post(path + "/place", "");
			case 4 ->
				this.http.with("If-Match", "*").post(path + "/" + INTENTS.get(this.random.nextInt(INTENTS.size())), "");
			default -> {
				HttpAnswer deleted = this.http.with("If-Match", "*").delete(path);
				if (deleted.status() != 204 || this.random.nextBoolean()) {
					this.http.post(path + "/restore", "");
				}
			}
		}
	}

	private void check() {
		assertThat(this.http.post(REPORT + "/verify?from=%s&to=%s".formatted(day("01-01"), day("12-31")), "")
			.expect(200)
			.json()
			.get("differences")
			.toString()).isEqualTo("[]");
		Map<String, BigDecimal> expected = new TreeMap<>();
		JsonNode orders = this.http
			.get(ORDERS + "?limit=200&orderDate[gte]=%s&orderDate[lte]=%s".formatted(day("01-01"), day("12-31")))
			.expect(200)
			.json()
			.get("items");
		for (JsonNode order : orders) {
			if (List.of("placed", "confirmed", "completed").contains(order.get("status").asString())) {
				order.get("lines")
					.forEach((line) -> expected.merge(
							order.get("orderDate").asString().substring(0, 7) + line.get("productId").asString(),
							new BigDecimal(line.at("/total/amount").asString()), BigDecimal::add));
			}
		}
		Map<String, BigDecimal> reported = new TreeMap<>();
		report("&by=product").get("rows")
			.forEach((row) -> reported.put(row.get("period").asString().substring(0, 7) + row.get("member").asString(),
					new BigDecimal(row.at("/revenue/amount").asString())));
		assertThat(reported).isEqualTo(expected);
	}

}
