package io.kehu.migration.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;

/**
 * Calls instances to work over Kafka, one message a part, each for one instance. A call
 * that nobody hears costs a moment only: who has time looks for work anyway.
 */
final class WorkBell {

	private static final Logger log = LoggerFactory.getLogger(WorkBell.class);

	private static final int PARTITIONS = 12;

	private static final int LIMIT_MILLIS = 5_000;

	private final String topic;

	private final Map<String, Object> admin;

	private final DefaultKafkaConsumerFactory<String, String> consumers;

	private final DefaultKafkaProducerFactory<String, String> producers;

	private final KafkaTemplate<String, String> template;

	private volatile @Nullable ConcurrentMessageListenerContainer<String, String> listener;

	private volatile boolean closed;

	WorkBell(String topic, KafkaAdmin admin, ProducerFactory<?, ?> producers, ConsumerFactory<?, ?> consumers) {
		this.topic = topic;
		this.admin = new java.util.HashMap<>(admin.getConfigurationProperties());
		this.admin.put("default.api.timeout.ms", LIMIT_MILLIS);
		this.admin.put("request.timeout.ms", LIMIT_MILLIS / 2);
		Map<String, Object> sending = new java.util.HashMap<>(producers.getConfigurationProperties());
		sending.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
		sending.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LIMIT_MILLIS);
		sending.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MILLIS / 2);
		sending.put(ProducerConfig.LINGER_MS_CONFIG, 0);
		this.producers = new DefaultKafkaProducerFactory<>(sending, new StringSerializer(), new StringSerializer());
		this.template = new KafkaTemplate<>(this.producers);
		Map<String, Object> hearing = new java.util.HashMap<>(consumers.getConfigurationProperties());
		hearing.put(ConsumerConfig.GROUP_ID_CONFIG, topic);
		hearing.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
		hearing.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		hearing.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
		hearing.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
		this.consumers = new DefaultKafkaConsumerFactory<>(hearing, new StringDeserializer(), new StringDeserializer());
	}

	/** Calls for work on so many parts of a job. */
	void ring(UUID job, int times) {
		if (this.listener == null) {
			return;
		}
		try {
			for (int i = 0; i < times; i++) {
				Future<?> unused = this.template
					.send(new ProducerRecord<>(this.topic, i % PARTITIONS, job.toString(), ""));
			}
		}
		catch (RuntimeException ex) {
			log.debug("Nobody was called to work on {}: {}", job, ex.toString());
		}
	}

	/** Whether calls are heard; else {@link #listen} is to be tried again. */
	boolean listening() {
		return this.listener != null || this.closed;
	}

	/** Creates the topic where it is missing, and hears calls from then on. */
	void listen(Runnable call) {
		if (!createTopic()) {
			return;
		}
		ContainerProperties properties = new ContainerProperties(this.topic);
		properties.setMessageListener((MessageListener<String, String>) (message) -> call.run());
		properties.setShutdownTimeout(Duration.ofSeconds(2).toMillis());
		ConcurrentMessageListenerContainer<String, String> container = new ConcurrentMessageListenerContainer<>(
				this.consumers, properties);
		container.setBeanName("migration-parts");
		synchronized (this) {
			if (!this.closed) {
				container.start();
				this.listener = container;
			}
		}
	}

	private boolean createTopic() {
		try (Admin client = Admin.create(this.admin)) {
			client.createTopics(List.of(new NewTopic(this.topic, PARTITIONS, (short) -1)))
				.all()
				.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
			return true;
		}
		catch (ExecutionException ex) {
			return ex.getCause() instanceof TopicExistsException;
		}
		catch (TimeoutException | RuntimeException ex) {
			log.debug("Kafka does not answer yet: {}", ex.toString());
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	synchronized void close() {
		this.closed = true;
		ConcurrentMessageListenerContainer<String, String> container = this.listener;
		if (container != null) {
			container.stop();
		}
		this.producers.destroy();
	}

}
