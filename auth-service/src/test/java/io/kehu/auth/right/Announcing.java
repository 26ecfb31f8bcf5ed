package io.kehu.auth.right;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Announces permissions as the outbox of a service does.
 */
public final class Announcing {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final String bootstrap;

	private long version = System.currentTimeMillis();

	/**
	 * Announces to this broker.
	 */
	public Announcing(String bootstrap) {
		this.bootstrap = bootstrap;
	}

	/**
	 * Returns a permission that is granted like those of another resource.
	 */
	public static Map<String, Object> permission(String name, String like) {
		return Map.of("name", name, "description", "Use " + name, "scoped", true, "grantedLike", like);
	}

	/**
	 * Announces all permissions of a service.
	 */
	public void announce(String service, List<Map<String, Object>> permissions) throws Exception {
		String topic = "kehu.permissions." + service;
		Map<String, Object> settings = Map.of("bootstrap.servers", this.bootstrap);
		try (Admin admin = Admin.create(settings)) {
			admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw ex;
			}
		}
		String key = UUID.nameUUIDFromBytes(service.getBytes(StandardCharsets.UTF_8)).toString();
		ProducerRecord<String, String> event = new ProducerRecord<>(topic, key,
				JSON.writeValueAsString(Map.of("service", service, "permissions", permissions)));
		Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_source", "/kehu/" + service,
				"ce_type", "io.kehu.permission.announced.v1", "ce_subject", key, "ce_time", Instant.now().toString(),
				"ce_aggregateversion", Long.toString(this.version++))
			.forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, new StringSerializer(),
				new StringSerializer())) {
			producer.send(event).get();
		}
	}

}
