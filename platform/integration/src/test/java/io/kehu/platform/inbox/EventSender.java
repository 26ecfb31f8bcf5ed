package io.kehu.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.outbox.EventHeaders;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events to a new topic, in the role of another service.
 */
final class EventSender implements AutoCloseable {

	private static final String TYPE = "io.kehu.customer.registered.v1";

	private final String topic = "kehu.customers-" + UUID.randomUUID();

	private final KafkaProducer<String, byte[]> producer;

	EventSender(String bootstrapServers) throws Exception {
		Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
		try (Admin admin = Admin.create(settings)) {
			admin.createTopics(List.of(new NewTopic(this.topic, 1, (short) 1))).all().get();
		}
		this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
	}

	String topic() {
		return this.topic;
	}

	void send(UUID key, long version, @Nullable String data) {
		ProducerRecord<String, byte[]> record = new ProducerRecord<>(this.topic, key.toString(),
				(data != null) ? bytes(data) : null);
		Map.of(EventHeaders.ID, new UUID(key.getMostSignificantBits(), version).toString(), EventHeaders.TYPE, TYPE,
				EventHeaders.SUBJECT, key.toString(), EventHeaders.AGGREGATE_VERSION, Long.toString(version),
				EventHeaders.TIME, "2026-01-01T00:00:00Z")
			.forEach((name, value) -> record.headers().add(name, bytes(value)));
		this.producer.send(record);
		this.producer.flush();
	}

	/** Sends a record that is not an event. */
	void sendJunk() {
		this.producer.send(new ProducerRecord<>(this.topic, "no uuid", new byte[] { 0, 1, 2 }));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.producer.close();
	}

}
