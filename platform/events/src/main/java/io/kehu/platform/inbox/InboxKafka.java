package io.kehu.platform.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Creates the Kafka clients of the inbox, based on the service's configuration. Keys and
 * values are transferred as bytes, so that no record can fail before error handling
 * applies.
 */
final class InboxKafka implements AutoCloseable {

	private static final int ADMIN_LIMIT = 10_000;

	private final Map<String, Object> admin;

	private final DefaultKafkaConsumerFactory<byte[], byte[]> consumers;

	private final DefaultKafkaProducerFactory<byte[], byte[]> producers;

	private final Set<String> deadLetterTopics = ConcurrentHashMap.newKeySet();

	InboxKafka(InboxProperties properties, KafkaAdmin admin, ConsumerFactory<?, ?> consumers,
			ProducerFactory<?, ?> producers) {
		this.admin = new HashMap<>(admin.getConfigurationProperties());
		this.admin.put("default.api.timeout.ms", ADMIN_LIMIT);
		this.admin.put("request.timeout.ms", ADMIN_LIMIT / 2);
		this.consumers = new DefaultKafkaConsumerFactory<>(
				consumerSettings(consumers.getConfigurationProperties(), properties));
		this.producers = new DefaultKafkaProducerFactory<>(producerSettings(producers.getConfigurationProperties()));
	}

	private static Map<String, Object> consumerSettings(Map<String, Object> base, InboxProperties properties) {
		Map<String, Object> settings = new HashMap<>(base);
		settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.batchSize());
		// The service that owns a topic creates it, with its partitions
		settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		settings.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
		settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
		settings.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
		settings.putIfAbsent(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
		settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		return settings;
	}

	private static Map<String, Object> producerSettings(Map<String, Object> base) {
		Map<String, Object> settings = new HashMap<>(base);
		settings.put(ProducerConfig.ACKS_CONFIG, "all");
		settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
		settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
		settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
		settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		return settings;
	}

	DefaultKafkaConsumerFactory<byte[], byte[]> consumers() {
		return this.consumers;
	}

	KafkaTemplate<byte[], byte[]> template() {
		return new KafkaTemplate<>(this.producers);
	}

	/** Creates a consumer of dead letters, with manual assignment of partitions. */
	Consumer<byte[], byte[]> createReader() {
		return this.consumers.createConsumer(null, "dead-letters");
	}

	/**
	 * Creates the topic before its first dead letter; dead letters are kept until they
	 * are redriven.
	 */
	void createDeadLetterTopic(String name) {
		if (this.deadLetterTopics.contains(name)) {
			return;
		}
		try (Admin client = Admin.create(this.admin)) {
			client.createTopics(List.of(TopicBuilder.name(name)
				.partitions(1)
				.replicas(-1)
				.config(TopicConfig.RETENTION_MS_CONFIG, "-1")
				.build())).all().get();
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw new KafkaException("Cannot create " + name, ex.getCause());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted while creating " + name, ex);
		}
		this.deadLetterTopics.add(name);
	}

	boolean exists(String topic) {
		return names().contains(topic);
	}

	/** Returns the topics of a subscription; those of a pattern if they exist. */
	Collection<String> topics(Subscription subscription) {
		Pattern pattern = subscription.topicPattern();
		return (pattern != null) ? names().stream().filter((name) -> pattern.matcher(name).matches()).sorted().toList()
				: subscription.topics();
	}

	private Set<String> names() {
		try (Admin client = Admin.create(this.admin)) {
			return client.listTopics().names().get();
		}
		catch (ExecutionException ex) {
			throw new KafkaException("Cannot list the topics", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted while listing the topics", ex);
		}
	}

	void deleteBefore(TopicPartition partition, long offset) {
		try (Admin client = Admin.create(this.admin)) {
			client.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset))).all().get();
		}
		catch (ExecutionException ex) {
			throw new KafkaException("Cannot delete from " + partition, ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted while deleting from " + partition, ex);
		}
	}

	@Override
	public void close() {
		this.producers.destroy();
	}

}
