package io.kehu.platform.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;

/**
 * Manages the subscriptions of all consumers while the service is running.
 */
final class Subscriptions implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Subscriptions.class);

	private static final Duration REFUSED_RETRY = Duration.ofSeconds(10);

	private static final String LAG = "records-lag";

	private final Map<String, ConcurrentMessageListenerContainer<byte[], byte[]>> containers = new ConcurrentHashMap<>();

	private final List<Subscription> subscriptions;

	private final InboxKafka kafka;

	private final InboxProperties properties;

	private final DeadLetters deadLetters;

	private volatile boolean running;

	Subscriptions(List<Subscription> subscriptions, InboxKafka kafka, InboxProperties properties,
			DeadLetters deadLetters, InboxMetrics metrics) {
		this.subscriptions = subscriptions;
		this.kafka = kafka;
		this.properties = properties;
		this.deadLetters = deadLetters;
		subscriptions.forEach((subscription) -> metrics.lag(subscription.group(), () -> lag(subscription.group())));
	}

	/** Returns how many events wait in the partitions that this instance reads. */
	private double lag(String group) {
		ConcurrentMessageListenerContainer<byte[], byte[]> container = this.containers.get(group);
		return (container == null) ? 0
				: container.metrics()
					.values()
					.stream()
					.flatMap((client) -> client.entrySet().stream())
					.filter((metric) -> metric.getKey().name().equals(LAG))
					.map((metric) -> metric.getValue().metricValue())
					.filter((value) -> value instanceof Double lag && !lag.isNaN())
					.mapToDouble(Double.class::cast)
					.sum();
	}

	@Override
	public void start() {
		for (Subscription subscription : this.subscriptions) {
			ConcurrentMessageListenerContainer<byte[], byte[]> container = container(subscription);
			this.containers.put(subscription.group(), container);
			container.start();
		}
		this.running = true;
	}

	private ConcurrentMessageListenerContainer<byte[], byte[]> container(Subscription subscription) {
		Pattern pattern = subscription.topicPattern();
		ContainerProperties settings = (pattern != null) ? new ContainerProperties(pattern)
				: new ContainerProperties(subscription.topics().toArray(String[]::new));
		settings.setGroupId(subscription.group());
		settings.setMessageListener(subscription);
		settings.setAuthExceptionRetryInterval(REFUSED_RETRY);
		var container = new ConcurrentMessageListenerContainer<>(this.kafka.consumers(), settings);
		container.setBeanName(subscription.group());
		container.setConcurrency(this.properties.threads());
		container.setCommonErrorHandler(errorHandler(subscription));
		return container;
	}

	/**
	 * Creates the error handler. Later events wait while an event is retried, so that
	 * their order is kept.
	 */
	private CommonErrorHandler errorHandler(Subscription subscription) {
		DefaultErrorHandler handler = new DefaultErrorHandler((record, failure) -> subscription.within(List.of(record),
				() -> this.deadLetters.put(subscription, record, failure)), this.properties.limited());
		handler.setBackOffFunction(this::backOff);
		handler.setLogLevel(KafkaException.Level.DEBUG);
		handler.setRetryListeners((record, failure, attempt) -> logFirst(subscription, record, failure, attempt));
		handler.addNotRetryableExceptions(MalformedEventException.class);
		return handler;
	}

	private static void logFirst(Subscription subscription, ConsumerRecord<?, ?> record, @Nullable Exception failure,
			int attempt) {
		if (attempt == 1 && failure != null) {
			subscription.within(List.of(record),
					() -> logger.warn("Consumer {} fails on {}-{}@{} and the line waits: {}", subscription.group(),
							record.topic(), record.partition(), record.offset(),
							NestedExceptionUtils.getMostSpecificCause(failure).toString()));
		}
	}

	private @Nullable BackOff backOff(ConsumerRecord<?, ?> record, Exception failure) {
		return Subscription.databaseIsAway(failure) ? this.properties.unlimited() : null;
	}

	@Override
	public void stop() {
		this.running = false;
		this.containers.values().forEach((container) -> container.stop(true));
		this.containers.clear();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return AbstractMessageListenerContainer.DEFAULT_PHASE;
	}

}
