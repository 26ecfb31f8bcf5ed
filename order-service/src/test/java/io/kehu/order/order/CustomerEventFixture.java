package io.kehu.order.order;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.infrastructure.Infrastructure;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.awaitility.Awaitility.await;

/**
 * Publishes events of customers as customer-service does.
 */
abstract class CustomerEventFixture extends OrderFixture {

	@Autowired
	Infrastructure infrastructure;

	@Autowired
	JdbcTemplate jdbc;

	void awaitReplica(UUID id, String name, boolean deleted) {
		await().atMost(Duration.ofSeconds(30))
			.until(() -> !this.jdbc
				.queryForList("select 1 from customer_replica where id = ? and name = ? and deleted = ?", id, name,
						deleted)
				.isEmpty());
	}

	/** Returns the sample of an event in the schemas of customer-service. */
	static ObjectNode customerEvent(String event, UUID id, long version, String name) {
		ObjectNode data = EventContract.sampleOf("customer-service", "io.kehu.customer." + event + ".v1");
		data.put("id", id.toString()).put("version", version).put("name", name);
		data.putArray("externalIds").addObject().put("system", "crm").put("id", id.toString());
		return data;
	}

	void publish(ObjectNode data) {
		String id = data.get("id").asString();
		ProducerRecord<String, String> event = new ProducerRecord<>("kehu.customers", id, data.toString());
		Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_source", "/kehu/customer-service",
				"ce_type", "io.kehu.customer.changed.v1", "ce_subject", id, "ce_time", Instant.now().toString(),
				"ce_aggregateversion", data.get("version").asString())
			.forEach((header, value) -> event.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", this.infrastructure.kafka()), new StringSerializer(),
				new StringSerializer())) {
			producer.send(event);
		}
	}

}
