package io.kehu.customer.figures;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.test.KehuIntegrationTest;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.probe.HttpProbe;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@KehuIntegrationTest(properties = "kehu.outbox.topics=kehu.customers,kehu.orders")
class OrderFiguresTests {

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private Infrastructure infrastructure;

	@Test
	void countsAnOrderOnceThroughItsWholeLife() {
		HttpProbe http = this.anyone.as("customer:read", "customer:write");
		String path = http.post("/api/v1/customers", "{\"kind\": \"company\", \"name\": \"Buyer\"}")
			.expect(201)
			.header("Location");
		String customer = path.substring(path.lastIndexOf('/') + 1);
		UUID first = UUID.randomUUID();
		UUID second = UUID.randomUUID();
		publish(first, 0, customer, "2026-01-05", "placed");
		publish(first, 1, customer, "2026-01-05", "confirmed");
		publish(second, 0, customer, "2026-03-01", "placed");
		awaitFigures(http, path, 2, "2026-03-01");
		publish(second, 1, customer, "2026-03-01", "cancelled");
		awaitFigures(http, path, 1, "2026-01-05");
		publish(second, 0, customer, "2026-03-01", "placed");
		publish(first, 2, customer, "2026-01-05", "completed");
		awaitFigures(http, path, 1, "2026-01-05");
		JsonNode listed = http.get("/api/v1/customers?name=Buyer").expect(200).json();
		assertThat(listed.at("/items/0/orderFigures/orderCount").asLong()).isEqualTo(1);
	}

	private static void awaitFigures(HttpProbe http, String path, long count, String last) {
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			JsonNode figures = http.get(path).expect(200).json().get("orderFigures");
			assertThat(figures.get("orderCount").asLong()).isEqualTo(count);
			assertThat(figures.get("lastOrderDate").asString()).isEqualTo(last);
		});
	}

	private void publish(UUID order, long version, String customer, String date, String status) {
		String data = """
				{"id": "%s", "customerId": "%s", "orderDate": "%s", "status": "%s", "unknown": {"field": 1}}"""
			.formatted(order, customer, date, status);
		ProducerRecord<String, String> event = new ProducerRecord<>("kehu.orders", order.toString(), data);
		Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_source", "/kehu/order-service",
				"ce_type", "io.kehu.order.placed.v1", "ce_subject", order.toString(), "ce_time",
				Instant.now().toString(), "ce_aggregateversion", Long.toString(version))
			.forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", this.infrastructure.kafka()), new StringSerializer(),
				new StringSerializer())) {
			producer.send(event);
		}
	}

}
