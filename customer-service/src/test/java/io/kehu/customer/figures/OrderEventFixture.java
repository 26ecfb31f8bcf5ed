package io.kehu.customer.figures;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.infrastructure.Infrastructure;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Publishes events as order-service does.
 */
public final class OrderEventFixture {

	private OrderEventFixture() {
	}

	/** Returns the sample that order-service keeps of its event, with these values. */
	public static ObjectNode order(String event, UUID id, long version, String customer, String date) {
		ObjectNode data = EventContract.sampleOf("order-service", "io.kehu.order." + event + ".v1");
		return data.put("id", id.toString()).put("version", version).put("customerId", customer).put("orderDate", date);
	}

	/** Publishes an event. */
	public static void publish(Infrastructure infrastructure, ObjectNode data) {
		String order = data.get("id").asString();
		ProducerRecord<String, String> event = new ProducerRecord<>("kehu.orders", order, data.toString());
		Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_source", "/kehu/order-service",
				"ce_type", "io.kehu.order.placed.v1", "ce_subject", order, "ce_time", Instant.now().toString(),
				"ce_aggregateversion", data.get("version").asString())
			.forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", infrastructure.kafka()), new StringSerializer(), new StringSerializer())) {
			producer.send(event);
		}
	}

}
