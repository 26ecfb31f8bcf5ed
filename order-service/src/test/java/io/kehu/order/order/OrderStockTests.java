package io.kehu.order.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.kehu.platform.test.probe.HttpAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Stock that orders reserve.
 */
class OrderStockTests extends CustomerEventFixture {

	private static final String LEVELS = "/api/v1/stock-levels";

	private String stock(String onHand) {
		return stock(this.product, onHand);
	}

	private String stock(String of, String onHand) {
		return this.http.post(LEVELS, "{\"productId\": \"%s\", \"onHand\": %s}".formatted(of, onHand))
			.expect(201)
			.header("Location");
	}

	private HttpAnswer take(String fields, String... quantities) {
		String lines = String.join(", ",
				List.of(quantities)
					.stream()
					.map((quantity) -> "{\"sku\": \"%s\", \"quantity\": %s}".formatted(this.sku, quantity))
					.toList());
		return this.http.post(PATH, "{\"customerId\": \"%s\", %s\"orderDate\": \"2026-05-05\", \"lines\": [%s]}"
			.formatted(this.customer, fields, lines));
	}

	private String level(String path) {
		JsonNode level = this.http.get(path).expect(200).json();
		return "%s - %s = %s".formatted(level.get("onHand"), level.get("reserved"), level.get("available"));
	}

	@Test
	void isUnlimitedForProductsWithoutALevel() {
		take("", "999999").expect(201);
	}

	@Test
	void isReservedFromPlacingToCompletion() {
		String level = stock("10");
		HttpAnswer draft = take("\"status\": \"draft\", ", "4").expect(201);
		assertThat(level(level)).isEqualTo("10 - 0 = 10");
		String path = draft.header("Location");
		step(path, "*", "place").expect(200);
		assertThat(level(level)).isEqualTo("10 - 4 = 6");
		this.http.patch(path, "*", "{\"lines\": [{\"sku\": \"%s\", \"quantity\": 2.5}]}".formatted(this.sku))
			.expect(200);
		assertThat(level(level)).isEqualTo("10 - 2.5 = 7.5");
		step(path, "*", "confirm").expect(200);
		step(path, "*", "complete").expect(200);
		assertThat(level(level)).isEqualTo("7.5 - 0 = 7.5");
		HttpAnswer other = take("", "7.5").expect(201);
		assertThat(level(level)).isEqualTo("7.5 - 7.5 = 0");
		step(other.header("Location"), "*", "cancel").expect(200);
		assertThat(level(level)).isEqualTo("7.5 - 0 = 7.5");
		String id = level.substring(LEVELS.length() + 1);
		this.events.awaitExactly("kehu.products", id, "io.kehu.stock-level.added.v1", "io.kehu.stock-level.moved.v1",
				"io.kehu.stock-level.moved.v1", "io.kehu.stock-level.moved.v1", "io.kehu.stock-level.moved.v1",
				"io.kehu.stock-level.moved.v1");
	}

	@Test
	void isCheckedForTheSumOfTheLinesOfAProduct() {
		String level = stock("3");
		JsonNode refused = take("", "2", "1.5").expect(409).json();
		assertThat(texts(refused.get("errors"), "pointer")).containsExactly("/lines/0/quantity", "/lines/1/quantity");
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo("insufficient_stock");
		assertThat(refused.at("/errors/0/message").asString()).startsWith("3 of");
		assertThat(level(level)).isEqualTo("3 - 0 = 3");
		HttpAnswer order = take("", "2", "1").expect(201);
		assertThat(level(level)).isEqualTo("3 - 3 = 0");
		this.http
			.patch(order.header("Location"), "*",
					"{\"lines\": [{\"sku\": \"%s\", \"quantity\": 3.1}]}".formatted(this.sku))
			.expect(409);
		assertThat(this.http.get(order.header("Location")).json()).isEqualTo(order.json());
	}

	/** Each buyer wants the last unit, and another product that there is plenty of. */
	@Test
	@Timeout(120)
	void isSoldOnceHoweverManyWantIt() {
		String other = UUID.randomUUID().toString();
		String second = this.http
			.post("/api/v1/products",
					"{\"sku\": \"%s\", \"name\": \"Cup\", \"price\": {\"amount\": \"1\", \"currency\": \"EUR\"}}"
						.formatted(other))
			.expect(201)
			.json()
			.get("id")
			.asString();
		String last = stock("1");
		String plenty = stock(second, "1000");
		order("\"orderDate\": \"2026-05-05\", \"status\": \"draft\"");
		List<Integer> answers = IntStream.range(0, 12).parallel().mapToObj((buyer) -> {
			String one = "{\"sku\": \"%s\", \"quantity\": 1}".formatted(this.sku);
			String two = "{\"sku\": \"%s\", \"quantity\": 1}".formatted(other);
			return this.http
				.post(PATH,
						"{\"customerId\": \"%s\", \"orderDate\": \"2026-05-05\", \"lines\": [%s, %s]}"
							.formatted(this.customer, (buyer % 2 == 0) ? one : two, (buyer % 2 == 0) ? two : one))
				.status();
		}).toList();
		assertThat(answers).containsOnly(201, 409).filteredOn((status) -> status == 201).hasSize(1);
		assertThat(level(last)).isEqualTo("1 - 1 = 0");
		assertThat(level(plenty)).isEqualTo("1000 - 1 = 999");
	}

	@Test
	void isReservedForADraftUntilATime() {
		String level = stock("5");
		HttpAnswer draft = take("\"status\": \"draft\", ", "4").expect(201);
		String path = draft.header("Location");
		assertThat(this.http.with("If-Match", "*")
			.post(path + "/reserve", "{\"minutes\": 0}")
			.expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/minutes");
		this.http.with("If-Match", "*").post(path + "/reserve", "{\"minutes\": 5}").expect(200);
		assertThat(level(level)).isEqualTo("5 - 4 = 1");
		take("", "2").expect(409);
		this.http.patch(path, "*", "{\"lines\": [{\"sku\": \"%s\", \"quantity\": 3}]}".formatted(this.sku)).expect(200);
		assertThat(level(level)).isEqualTo("5 - 3 = 2");
		expire(draft);
		await().until(() -> level(level).equals("5 - 0 = 5"));
		this.http.with("If-Match", "*").post(path + "/reserve", "{}").expect(200);
		step(path, "*", "place").expect(200);
		expire(draft);
		assertThat(level(level)).isEqualTo("5 - 3 = 2");
		assertThat(this.http.with("If-Match", "*")
			.post(path + "/reserve", "{}")
			.expect(409)
			.json()
			.get("detail")
			.asString()).contains("placed");
	}

	/** A reservation without a level would otherwise be found as expired forever. */
	@Test
	void isReleasedEvenIfTheLevelDisappears() {
		String level = stock("5");
		HttpAnswer draft = take("\"status\": \"draft\", ", "4").expect(201);
		this.http.with("If-Match", "*").post(draft.header("Location") + "/reserve", "{}").expect(200);
		this.jdbc.update("update stock_level set deleted_at = now() where id = ?",
				UUID.fromString(level.substring(LEVELS.length() + 1)));
		expire(draft);
		await().until(
				() -> this.jdbc
					.queryForList("select 1 from stock_reservation where order_id = ?",
							UUID.fromString(draft.json().get("id").asString()))
					.isEmpty());
	}

	private void expire(HttpAnswer order) {
		this.jdbc.update("update stock_reservation set expires_at = ? where order_id = ? and expires_at is not null",
				java.sql.Timestamp.from(Instant.EPOCH), UUID.fromString(order.json().get("id").asString()));
	}

	@Test
	void isPromisedByOrdersOfAnotherSystem() {
		String level = stock("1");
		String number = UUID.randomUUID().toString();
		String line = "{\"clientOrderNumber\": \"%s\", \"customerId\": \"%s\", \"status\": \"%s\", \"orderDate\": \"2026-05-05\", \"lines\": [{\"sku\": \"%s\", \"quantity\": 3}]}";
		load(line.formatted(number, this.customer, "confirmed", this.sku), "created");
		load(line.formatted(UUID.randomUUID(), this.customer, "completed", this.sku), "created");
		assertThat(level(level)).isEqualTo("1 - 3 = -2");
		take("", "1").expect(409);
		load(line.formatted(number, this.customer, "cancelled", this.sku), "updated");
		assertThat(level(level)).isEqualTo("1 - 0 = 1");
	}

	private void load(String line, String status) {
		JsonNode result = this.http.with("Content-Type", "application/x-ndjson")
			.post(PATH + "/bulk", line)
			.expect(200)
			.lines()
			.get(0);
		assertThat(result.get("status").asString()).as(result.toString()).isEqualTo(status);
	}

	@Test
	void isAdjustedByDifferences() {
		String level = stock("1");
		HttpAnswer adjusted = this.http.with("If-Match", "*")
			.post(level + "/adjust", "{\"quantity\": 4.5}")
			.expect(200);
		assertThat(adjusted.json().get("onHand").decimalValue()).isEqualByComparingTo("5.5");
		assertThat(this.http.with("If-Match", "*")
			.post(level + "/adjust", "{\"quantity\": -6}")
			.expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/quantity");
		take("", "5").expect(201);
		assertThat(this.http.with("If-Match", adjusted.etag()).post(level + "/adjust", "{\"quantity\": 1}").status())
			.isEqualTo(412);
		assertThat(this.http.with("If-Match", "*").delete(level).expect(409).json().get("type").asString())
			.endsWith("reserved");
		this.http.patch(level, "*", "{\"onHand\": 2}").expect(200);
		assertThat(level(level)).isEqualTo("2 - 5 = -3");
	}

}
