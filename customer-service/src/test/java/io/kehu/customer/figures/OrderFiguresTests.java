package io.kehu.customer.figures;

import java.time.Duration;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static io.kehu.customer.figures.OrderEventFixture.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@CustomerServiceTest
class OrderFiguresTests {

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private Infrastructure infrastructure;

	@Autowired
	private JdbcTemplate jdbc;

	@Test
	void countsAnOrderOnceThroughItsWholeLife() {
		HttpProbe http = this.anyone.as("customer:pii", "customer:read", "customer:write");
		String path = buyer(http);
		String customer = id(path);
		UUID first = UUID.randomUUID();
		UUID second = UUID.randomUUID();
		publish(order("placed", first, 0, customer, "2026-01-05"));
		publish(order("confirmed", first, 1, customer, "2026-01-05"));
		publish(order("placed", second, 0, customer, "2026-03-01").put("campaignCode", "SPRING"));
		awaitFigures(http, path, 2, "2026-03-01");
		assertThat(this.jdbc.queryForObject("select campaign_code from customer_order where order_id = ?", String.class,
				second))
			.isEqualTo("SPRING");
		publish(order("cancelled", second, 1, customer, "2026-03-01"));
		awaitFigures(http, path, 1, "2026-01-05");
		publish(order("placed", second, 0, customer, "2026-03-01"));
		publish(order("completed", first, 2, customer, "2026-01-05"));
		awaitFigures(http, path, 1, "2026-01-05");
		JsonNode listed = http.get("/api/v1/customers?name=Buyer").expect(200).json().get("items");
		assertThat(listed).anySatisfy((item) -> {
			assertThat(item.get("id").asString()).isEqualTo(customer);
			assertThat(item.at("/orderFigures/orderCount").asLong()).isEqualTo(1);
		});
	}

	@Test
	void followsAnOrderToAnotherCustomerAndDate() {
		HttpProbe http = this.anyone.as("customer:pii", "customer:read", "customer:write");
		String one = buyer(http);
		String other = buyer(http);
		UUID moving = UUID.randomUUID();
		publish(order("placed", moving, 0, id(one), "2026-01-05"));
		publish(order("placed", UUID.randomUUID(), 0, id(one), "2026-01-02"));
		publish(order("placed", UUID.randomUUID(), 0, id(other), "2026-01-03"));
		awaitFigures(http, one, 2, "2026-01-05");
		publish(order("changed", moving, 1, id(other), "2026-02-01"));
		awaitFigures(http, one, 1, "2026-01-02");
		awaitFigures(http, other, 2, "2026-02-01");
		publish(order("changed", moving, 2, id(other), "2026-01-01"));
		awaitFigures(http, other, 2, "2026-01-03");
	}

	@Test
	void changeTheEntityTagButNotTheVersion() {
		HttpProbe http = this.anyone.as("customer:pii", "customer:read", "customer:write");
		String path = buyer(http);
		String before = http.get(path).expect(200).etag();
		publish(order("placed", UUID.randomUUID(), 0, id(path), "2026-01-05"));
		awaitFigures(http, path, 1, "2026-01-05");
		HttpAnswer after = http.with("If-None-Match", before).get(path).expect(200);
		assertThat(after.etag()).isNotEqualTo(before);
		http.with("If-None-Match", after.etag()).get(path).expect(304);
		HttpAnswer changed = http.patch(path, before, "{\"status\": \"active\"}").expect(200);
		assertThat(changed.json().at("/orderFigures/orderCount").asLong()).isEqualTo(1);
		http.patch(path, after.etag(), "{\"status\": \"inactive\"}").expect(412);
	}

	private static String buyer(HttpProbe http) {
		return http.post("/api/v1/customers", "{\"kind\": \"company\", \"name\": \"Buyer\"}")
			.expect(201)
			.header("Location");
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	@ParameterizedTest
	@CsvSource({ "drafted, 1", "placed, 3", "changed, 3", "confirmed, 3", "completed, 3", "cancelled, 1", "deleted, 1",
			"restored, 1" })
	void readsTheFewFieldsThatFiguresNeed(String event, long count) {
		HttpProbe http = this.anyone.as("customer:pii", "customer:read", "customer:write");
		String path = buyer(http);
		String customer = id(path);
		ObjectNode more = order(event, UUID.randomUUID(), 0, customer, "2026-01-05");
		more.put("shoeSize", 42).putObject("unknown").put("field", 1);
		ObjectNode fewer = order(event, UUID.randomUUID(), 0, customer, "2026-01-05");
		fewer.retain("id", "version", "customerId", "orderDate", "status", "total", "deletedAt");
		publish(more);
		publish(fewer);
		publish(order("placed", UUID.randomUUID(), 0, customer, "2026-01-04"));
		awaitFigures(http, path, count, (count > 1) ? "2026-01-05" : "2026-01-04");
	}

	private static void awaitFigures(HttpProbe http, String path, long count, String last) {
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			JsonNode figures = http.get(path).expect(200).json().get("orderFigures");
			assertThat(figures.get("orderCount").asLong()).isEqualTo(count);
			assertThat(figures.get("lastOrderDate").asString()).isEqualTo(last);
		});
	}

	private void publish(ObjectNode data) {
		OrderEventFixture.publish(this.infrastructure, data);
	}

}
