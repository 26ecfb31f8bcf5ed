package io.kehu.order.order;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.platform.test.probe.HttpAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class OrderBulkTests extends OrderFixture {

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void loadsOldOrdersWithTheirDatesAndStatus() {
		String run = UUID.randomUUID().toString();
		String external = UUID.randomUUID().toString();
		UUID old = CUSTOMERS.customer("northwind", external);
		String body = IntStream.range(0, 700).mapToObj((i) -> switch (i) {
			case 100 -> "{\"oops\": 1}";
			case 200 -> line(run, i, "\"customerId\": \"%s\"".formatted(UUID.randomUUID()), this.sku);
			case 300 -> line(run, i, "\"customerId\": \"%s\"".formatted(old), "nothing");
			case 400 -> line(run, i, "\"ownerId\": null", this.sku);
			default ->
				line(run, i, "\"customerExternalId\": {\"system\": \"northwind\", \"id\": \"%s\"}".formatted(external),
						this.sku);
		}).collect(Collectors.joining("\n"));
		List<JsonNode> results = bulk(body);
		assertThat(results).filteredOn((result) -> result.get("status").asString().equals("created")).hasSize(696);
		assertThat(results.get(100).at("/errors/0/pointer").asString()).isEqualTo("/oops");
		assertThat(results.get(200).at("/errors/0/pointer").asString()).isEqualTo("/customerId");
		assertThat(results.get(200).at("/errors/0/code").asString()).isEqualTo("unknown_reference");
		assertThat(results.get(300).at("/errors/0/pointer").asString()).isEqualTo("/lines/0/sku");
		assertThat(results.get(400).at("/errors/0/code").asString()).isEqualTo("required");
		assertThat(this.http.get(PATH + "?limit=1&count=true&status=completed&customerId=" + old)
			.expect(200)
			.json()
			.get("total")
			.asInt()).isEqualTo(696);
		String id = results.get(699).get("id").asString();
		assertThat(this.http.get(PATH + "/" + id).expect(200).json().get("orderDate").asString())
			.isEqualTo("2008-04-11");
		this.events.await("kehu.orders", id, "io.kehu.order.completed.v1");
		assertThat(bulk(body)).filteredOn((result) -> result.get("status").asString().equals("unchanged")).hasSize(696);
		assertThat(rows("orders_default")).as("only what is older than the first month").isEqualTo(31);
		assertThat(rows("orders_1990_02")).isPositive();
	}

	@Test
	void keepsNumbersDatesAndAuthors() {
		String run = UUID.randomUUID().toString();
		String number = "A-" + run;
		String origin = """
				"customerId": "%s", "origin": {"number": "%s", "createdAt": "2009-05-06T07:08:09Z", "createdBy": "j.doe"}"""
			.formatted(this.customer, number);
		String line = line(run, 1, origin, this.sku);
		List<JsonNode> results = bulk(String.join("\n", line, line, line(run, 2, origin, this.sku),
				line.replace(number, number + "-2"), line(run, 3, origin.replace(number, "O-2026-900000"), this.sku)));
		assertThat(results).extracting((result) -> result.get("status").asString())
			.containsExactly("created", "unchanged", "rejected", "rejected", "created");
		assertThat(results.get(2).at("/errors/0/pointer").asString()).isEqualTo("/origin/number");
		assertThat(results.get(3).at("/errors/0/pointer").asString()).isEqualTo("/origin/number");
		assertThat(bulk(line(run, 4, origin, this.sku)).get(0).at("/errors/0/pointer").asString())
			.isEqualTo("/origin/number");
		JsonNode order = this.http.get(PATH + "/" + results.get(0).get("id").asString()).expect(200).json();
		assertThat(order.get("number").asString()).isEqualTo(number);
		assertThat(order.get("createdAt").asString()).isEqualTo("2009-05-06T07:08:09Z");
		assertThat(order.get("createdBy").asString()).isEqualTo("j.doe");
		String next = order("\"orderDate\": \"2026-01-01\"").json().get("number").asString();
		assertThat(next).isGreaterThan("O-2026-900000");
		String body = body("\"origin\": {\"createdBy\": \"x\"}");
		assertThat(this.http.post(PATH, body).expect(400).json().at("/errors/0/pointer").asString())
			.isEqualTo("/origin");
	}

	@Test
	void takesWhatWasOrderedBeforeItWasSoldNoMore() {
		HttpAnswer product = this.http.get("/api/v1/products/" + this.product);
		this.http.patch("/api/v1/products/" + this.product, product.etag(), "{\"active\": false}").expect(200);
		String buyer = "\"customerId\": \"%s\"".formatted(this.customer);
		assertThat(texts(bulk(line(UUID.randomUUID().toString(), 1, buyer, this.sku)), "status"))
			.containsExactly("created");
	}

	@Test
	void followsTheSystemOfOrigin() {
		String run = UUID.randomUUID().toString();
		String buyer = "\"customerId\": \"%s\"".formatted(this.customer);
		String completed = line(run, 1, buyer, this.sku);
		String placed = completed.replace("completed", "placed");
		List<JsonNode> results = bulk(
				String.join("\n", placed, placed, completed, completed.replace("-11\"", "-12\"")));
		assertThat(texts(results, "status")).containsExactly("created", "unchanged", "updated", "rejected");
		assertThat(results.get(3).at("/errors/0/pointer").asString()).isEqualTo("/orderDate");
		assertThat(texts(bulk(placed), "status")).containsExactly("updated");
		this.events.awaitExactly("kehu.orders", results.get(0).get("id").asString(), "io.kehu.order.completed.v1",
				"io.kehu.order.placed.v1");
	}

	@Test
	void keepsTheDateOfAnOrderThatIsLoadedAgainWithoutOne() {
		String buyer = "\"customerId\": \"%s\"".formatted(this.customer);
		String line = line(UUID.randomUUID().toString(), 1, buyer, this.sku);
		String undated = line.replaceFirst("\"orderDate\": \"[^\"]*\", ", "");
		assertThat(undated).isNotEqualTo(line);
		List<JsonNode> results = bulk(String.join("\n", line, undated));
		assertThat(texts(results, "status")).containsExactly("created", "unchanged");
		assertThat(texts(bulk(undated.replace("completed", "placed")), "status")).containsExactly("updated");
		JsonNode order = this.http.get(PATH + "/" + results.get(0).get("id").asString()).expect(200).json();
		assertThat(order.get("orderDate").asString()).isEqualTo("1990-02-11");
		assertThat(order.get("status").asString()).isEqualTo("placed");
	}

	private int rows(String table) {
		return Objects.requireNonNull(this.jdbc.queryForObject("select count(*) from " + table, Integer.class));
	}

	private static String line(String run, int number, String customer, String sku) {
		return """
				{"clientOrderNumber": "%s-%d", "orderDate": "%d-%02d-11", "status": "completed", %s, \
				"lines": [{"sku": "%s", "quantity": 2}, {"sku": "%s", "quantity": 1, "discount": 0.05}]}"""
			.formatted(run, number, 1989 + number % 20, 1 + number % 12, customer, sku, sku);
	}

	private List<JsonNode> bulk(String body) {
		return this.http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(body))
			.expect(200)
			.lines();
	}

}
