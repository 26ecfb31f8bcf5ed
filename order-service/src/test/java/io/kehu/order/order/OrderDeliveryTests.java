package io.kehu.order.order;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.test.probe.HttpAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shipments, returns and holds.
 */
class OrderDeliveryTests extends CustomerEventFixture {

	private String level;

	private String path;

	@BeforeEach
	void confirm() {
		this.level = this.http
			.post("/api/v1/stock-levels", "{\"productId\": \"%s\", \"onHand\": 10}".formatted(this.product))
			.expect(201)
			.header("Location");
		String one = "{\"sku\": \"%s\", \"quantity\": 2}".formatted(this.sku);
		this.path = this.http
			.post(PATH,
					"{\"customerId\": \"%s\", \"orderDate\": \"2026-05-05\", \"lines\": [%s, %s]}"
						.formatted(this.customer, one, one))
			.expect(201)
			.header("Location");
		send("confirm", "").expect(200);
	}

	private HttpAnswer send(String intent, String body) {
		return this.http.with("If-Match", "*").post(this.path + "/" + intent, body);
	}

	private static String lines(String... lines) {
		return "{\"lines\": [%s]}".formatted(String.join(", ",
				List.of(lines)
					.stream()
					.map((line) -> line.split(" "))
					.map((line) -> "{\"lineNo\": %s, \"quantity\": %s}".formatted(line[0], line[1]))
					.toList()));
	}

	private String inStock() {
		JsonNode stock = this.http.get(this.level).json();
		return stock.get("onHand") + " - " + stock.get("reserved");
	}

	private static String state(HttpAnswer answer) {
		JsonNode order = answer.expect(200).json();
		return "%s %s %s/%s %s/%s".formatted(order.get("status").asString(), order.get("fulfilmentStatus").asString(),
				order.at("/lines/0/shipped"), order.at("/lines/0/returned"), order.at("/lines/1/shipped"),
				order.at("/lines/1/returned"));
	}

	@Test
	void shipPartByPartAndTakeBackPartByPart() {
		assertThat(inStock()).isEqualTo("10 - 4");
		assertThat(state(send("ship", lines("1 1.5")))).isEqualTo("confirmed partially_shipped 1.5/0 0/0");
		assertThat(inStock()).isEqualTo("8.5 - 2.5");
		HttpAnswer rest = send("ship", "{\"carrier\": \"Post\", \"trackingNumber\": \"RR 77\"}");
		assertThat(state(rest)).isEqualTo("confirmed shipped 2/0 2/0");
		assertThat(rest.json().at("/deliveries/1/trackingNumber").asString()).isEqualTo("RR 77");
		assertThat(rest.json().at("/deliveries/1/lines").size()).isEqualTo(2);
		assertThat(inStock()).isEqualTo("6 - 0");
		send("ship", "{}").expect(409);
		send("cancel", "").expect(409);
		assertThat(state(send("complete", ""))).isEqualTo("completed shipped 2/0 2/0");
		assertThat(state(send("return", lines("2 2")))).isEqualTo("completed partially_returned 2/0 2/2");
		assertThat(inStock()).isEqualTo("8 - 0");
		assertThat(state(send("return", lines("1 2").replace("]", "], \"restock\": false, \"reason\": \"Broken\""))))
			.isEqualTo("completed returned 2/2 2/2");
		assertThat(inStock()).isEqualTo("8 - 0");
		String id = this.path.substring(PATH.length() + 1);
		this.events.awaitExactly("kehu.orders", id, "io.kehu.order.placed.v1", "io.kehu.order.confirmed.v1",
				"io.kehu.order.shipped.v1", "io.kehu.order.shipped.v1", "io.kehu.order.completed.v1",
				"io.kehu.order.returned.v1", "io.kehu.order.returned.v1");
	}

	@Test
	void shipWhatIsLeftOnCompletion() {
		send("ship", lines("1 2")).expect(200);
		assertThat(state(send("complete", ""))).isEqualTo("completed shipped 2/0 2/0");
		assertThat(inStock()).isEqualTo("6 - 0");
	}

	@Test
	void canBeCancelledOnceEverythingIsReturned() {
		send("ship", lines("1 1")).expect(200);
		send("cancel", "").expect(409);
		send("return", lines("1 1")).expect(200);
		assertThat(state(send("cancel", ""))).startsWith("cancelled returned");
		assertThat(inStock()).isEqualTo("10 - 0");
	}

	@ParameterizedTest
	@CsvSource({ "ship, 1 3, /lines/0/quantity, out_of_range", "ship, 3 1, /lines/0/lineNo, unknown_reference",
			"ship, 0 1, /lines/0/lineNo, out_of_range", "ship, 1 0, /lines/0/quantity, out_of_range",
			"return, 1 1, /lines/0/quantity, out_of_range" })
	void refuseWhatIsNotOnTheOrder(String intent, String line, String pointer, String code) {
		JsonNode refused = send(intent, lines(line)).expect(400).json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo(code);
		assertThat(send("ship", lines("1 1", "1 1")).expect(400).json().at("/errors/0/pointer").asString())
			.isEqualTo("/lines/1/lineNo");
		send("ship", "{\"lines\": []}").expect(400);
	}

	@Test
	void waitWhileTheOrderIsHeld() {
		send("hold", "{\"reason\": \" \"}").expect(400);
		HttpAnswer held = send("hold", "{\"reason\": \"Credit check\"}").expect(200);
		assertThat(held.json().get("holdReason").asString()).isEqualTo("Credit check");
		for (String intent : List.of("ship", "complete", "hold")) {
			JsonNode refused = send(intent,
					intent.equals("hold") ? "{\"reason\": \"x\"}" : intent.equals("ship") ? "{}" : "")
				.expect(409)
				.json();
			assertThat(refused.get("type").asString()).endsWith("on-hold");
			assertThat(refused.get("detail").asString()).contains("Credit check");
		}
		assertThat(send("release", "").expect(200).json().get("holdReason").isNull()).isTrue();
		send("release", "").expect(409);
		send("hold", "{\"reason\": \"Fraud\"}").expect(200);
		HttpAnswer cancelled = send("cancel", "").expect(200);
		assertThat(cancelled.json().get("holdReason").isNull()).isTrue();
	}

	@Test
	void areRefusedAfterTheOrderIsCancelled() {
		send("cancel", "").expect(200);
		send("hold", "{\"reason\": \"Late\"}").expect(409);
		send("ship", "{}").expect(409);
	}

	@Test
	void keepTheLinesFromChangingInABulkLoad() {
		String number = UUID.randomUUID().toString();
		String line = "{\"clientOrderNumber\": \"%s\", \"customerId\": \"%s\", \"status\": \"%s\", \"orderDate\": \"2026-05-05\", \"lines\": [{\"sku\": \"%s\", \"quantity\": %d}]}";
		JsonNode created = load(line.formatted(number, this.customer, "completed", this.sku, 3));
		this.path = PATH + "/" + created.get("id").asString();
		JsonNode order = this.http.get(this.path).expect(200).json();
		assertThat(order.get("fulfilmentStatus").asString()).isEqualTo("shipped");
		assertThat(order.at("/lines/0/shipped").decimalValue()).isEqualByComparingTo("3");
		send("return", lines("1 1")).expect(200);
		assertThat(load(line.formatted(number, this.customer, "completed", this.sku, 4)).at("/errors/0/pointer")
			.asString()).isEqualTo("/lines");
		assertThat(load(line.formatted(number, this.customer, "completed", this.sku, 3)).get("status").asString())
			.isEqualTo("unchanged");
	}

	private JsonNode load(String line) {
		return this.http.with("Content-Type", "application/x-ndjson")
			.post(PATH + "/bulk", line)
			.expect(200)
			.lines()
			.get(0);
	}

	@Test
	void areFoundByWhatIsOnThem() {
		String id = this.path.substring(PATH.length() + 1);
		for (String filter : List.of("sku=" + this.sku, "productId=" + this.product,
				"customerExternalId=erp:" + externalId(), "fulfilmentStatus=open&sku=" + this.sku,
				"paymentStatus=unpaid&sku=" + this.sku)) {
			assertThat(texts(this.http.get(PATH + "?" + filter).expect(200).json().get("items"), "id")).as(filter)
				.containsExactly(id);
		}
		assertThat(this.http.get(PATH + "?customerExternalId=erp:none").expect(200).json().get("items").size())
			.isZero();
	}

	private String externalId() {
		return this.jdbc
			.queryForObject("select external_ids[1] from customer_replica where id = ?", String.class, this.customer)
			.substring("erp:".length());
	}

}
