package io.kehu.platform.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Creates the Kafka clients of the relay, based on the service's configuration, and the
 * topics that the service owns.
 */
final class OutboxKafka {

	/** A consumer that was away for a week still learns of every erasure. */
	private static final String TOMBSTONES_KEPT = milliseconds(Duration.ofDays(7));

	/** A consumer that is an hour behind still reads every event. */
	private static final String EVERY_EVENT_KEPT = milliseconds(Duration.ofHours(1));

	/** What was erased is removed after a day and the time that compaction takes. */
	private static final String COMPACTED_AFTER = milliseconds(Duration.ofDays(1));

	private final String service;

	private final OutboxProperties properties;

	private final EventTopics topics;

	private final Ledger ledger;

	private final Map<String, Object> admin;

	private final Map<String, Object> producer;

	private final Map<String, Object> consumer;

	OutboxKafka(String service, OutboxProperties properties, EventTopics topics, KafkaAdmin admin,
			ProducerFactory<?, ?> producers, ConsumerFactory<?, ?> consumers) {
		this.service = service;
		this.properties = properties;
		this.topics = topics;
		this.ledger = new Ledger(service);
		this.admin = new HashMap<>(admin.getConfigurationProperties());
		this.admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, properties.deliveryTimeoutMillis());
		this.admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, properties.requestTimeoutMillis());
		this.producer = producerSettings(producers.getConfigurationProperties());
		this.consumer = consumerSettings(consumers.getConfigurationProperties());
	}

	/**
	 * Returns settings with short timeouts: the events are safe in the database and will
	 * be sent again.
	 */
	private Map<String, Object> producerSettings(Map<String, Object> base) {
		Map<String, Object> settings = new HashMap<>(base);
		settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "kehu-outbox-" + this.service);
		settings.put(ProducerConfig.CLIENT_ID_CONFIG, "kehu-outbox-" + this.service);
		settings.put(ProducerConfig.ACKS_CONFIG, "all");
		settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
				Math.toIntExact(this.properties.transactionTimeout().toMillis()));
		settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, this.properties.deliveryTimeoutMillis());
		settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, this.properties.requestTimeoutMillis());
		settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, this.properties.deliveryTimeoutMillis());
		settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
		// Usually the broker is about to complete the previous transaction
		settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 10);
		settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 131_072);
		settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
		settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
		return settings;
	}

	private Map<String, Object> consumerSettings(Map<String, Object> base) {
		Map<String, Object> settings = new HashMap<>(base);
		settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, this.properties.deliveryTimeoutMillis());
		settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, this.properties.requestTimeoutMillis());
		settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		return settings;
	}

	private static String milliseconds(Duration time) {
		return Long.toString(time.toMillis());
	}

	String service() {
		return this.service;
	}

	/** Returns whether the service publishes any events. */
	boolean publishes() {
		return !this.topics.names().isEmpty();
	}

	Ledger ledger() {
		return this.ledger;
	}

	Producer<byte[], byte[]> createProducer() {
		return new KafkaProducer<>(this.producer);
	}

	Consumer<byte[], byte[]> createConsumer() {
		return new KafkaConsumer<>(this.consumer);
	}

	/**
	 * Creates the topics that do not exist. Existing topics remain unchanged: another
	 * number of partitions would assign keys to other partitions and so break their
	 * order.
	 */
	void createTopics() {
		try (Admin client = Admin.create(this.admin)) {
			var missing = client.createTopics(topics()).values().values();
			for (var creation : missing) {
				try {
					creation.get();
				}
				catch (ExecutionException ex) {
					if (!(ex.getCause() instanceof TopicExistsException)) {
						throw new KafkaException("Cannot create the topics", ex.getCause());
					}
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted while creating the topics", ex);
		}
	}

	private List<NewTopic> topics() {
		Stream<NewTopic> events = this.topics.names()
			.stream()
			.map((name) -> TopicBuilder.name(name)
				.partitions(this.properties.partitions())
				.replicas(this.properties.replicas())
				.compact()
				.config(TopicConfig.DELETE_RETENTION_MS_CONFIG, TOMBSTONES_KEPT)
				.config(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, EVERY_EVENT_KEPT)
				.config(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, COMPACTED_AFTER)
				.build());
		return Stream.concat(events, Stream.of(this.ledger.topic(this.properties.replicas()))).toList();
	}

}
