package io.kehu.platform.inbox;

import java.time.Clock;
import java.util.List;

import io.kehu.platform.tracing.CurrentTrace;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Auto-configuration for the {@link Inbox}, which subscribes all {@link EventConsumer}
 * beans.
 */
@AutoConfiguration
@EnableConfigurationProperties(InboxProperties.class)
public class InboxAutoConfiguration {

	@Bean
	Inbox inbox(JdbcTemplate jdbc) {
		return new Inbox(jdbc);
	}

	@Bean
	EventReader eventReader(JsonMapper json) {
		return new EventReader(json);
	}

	@Bean
	InboxKafka inboxKafka(InboxProperties properties, KafkaAdmin admin, ConsumerFactory<?, ?> consumers,
			ProducerFactory<?, ?> producers) {
		return new InboxKafka(properties, admin, consumers, producers);
	}

	@Bean
	DeadLetters deadLetters(SubscriptionList subscriptions, InboxKafka kafka) {
		return new DeadLetters(subscriptions.all(), kafka);
	}

	@Bean
	InboxMetrics inboxMetrics(ObjectProvider<MeterRegistry> meters, Clock clock) {
		return new InboxMetrics(meters.getIfAvailable(SimpleMeterRegistry::new), clock);
	}

	@Bean
	Subscriptions subscriptions(SubscriptionList subscriptions, InboxKafka kafka, InboxProperties properties,
			DeadLetters deadLetters, InboxMetrics metrics) {
		return new Subscriptions(subscriptions.all(), kafka, properties, deadLetters, metrics);
	}

	@Bean
	SubscriptionList subscriptionList(Environment environment, ObjectProvider<EventConsumer> consumers,
			EventReader reader, Inbox inbox, PlatformTransactionManager transactions, CurrentTrace trace,
			InboxMetrics metrics) {
		String service = environment.getRequiredProperty("spring.application.name");
		TransactionTemplate transaction = new TransactionTemplate(transactions);
		return new SubscriptionList(consumers.orderedStream()
			.map((consumer) -> new Subscription(consumer, reader, inbox, transaction, trace,
					metrics.of(service + "." + consumer.name())))
			.toList());
	}

	/**
	 * The subscriptions of all consumers in the service.
	 */
	record SubscriptionList(List<Subscription> all) {

	}

	/**
	 * Configuration of the endpoints for operators, for services with a web server.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@Import(DeadLetterController.class)
	static class WebConfiguration {

	}

}
