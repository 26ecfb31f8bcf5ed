package io.kehu.order;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.test.infrastructure.Infrastructure;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Publishes events of other services as they do.
 */
public final class PublishedEvents {

	private PublishedEvents() {
	}

	/**
	 * Publishes an event.
	 * @param type the CloudEvents type
	 * @param data the data, whose id and version are those of the aggregate
	 */
	public static void publish(Infrastructure infrastructure, String topic, String type, ObjectNode data) {
		String id = data.get("id").asString();
		ProducerRecord<String, String> event = new ProducerRecord<>(topic, id, data.toString());
		Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_source", "/kehu/customer-service",
				"ce_type", type, "ce_subject", id, "ce_time", Instant.now().toString(), "ce_aggregateversion",
				data.get("version").asString())
			.forEach((header, value) -> event.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", infrastructure.kafka()), new StringSerializer(), new StringSerializer())) {
			producer.send(event);
		}
	}

}
