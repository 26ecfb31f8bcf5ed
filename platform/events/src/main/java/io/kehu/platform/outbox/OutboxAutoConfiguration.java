package io.kehu.platform.outbox;

import java.time.Clock;

import io.kehu.platform.tracing.CurrentTrace;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Auto-configuration for the {@link Outbox} and its relay.
 */
@AutoConfiguration
@EnableConfigurationProperties(OutboxProperties.class)
final class OutboxAutoConfiguration {

	@Bean
	EventTopics eventTopics(OutboxProperties properties) {
		return new EventTopics(properties.topics());
	}

	@Bean
	Outbox outbox(JdbcTemplate jdbc, JsonMapper json, Clock clock, CurrentTrace trace, EventTopics topics,
			OutboxNotifier notifier) {
		return new Outbox(jdbc, json, clock, trace, topics, notifier::wakeLeader);
	}

	@Bean
	OutboxNotifier outboxNotifier(JdbcTemplate jdbc) {
		return new OutboxNotifier(jdbc);
	}

	@Bean
	OutboxKafka outboxKafka(Environment environment, OutboxProperties properties, EventTopics topics, KafkaAdmin admin,
			ProducerFactory<?, ?> producers, ConsumerFactory<?, ?> consumers) {
		return new OutboxKafka(environment.getRequiredProperty("spring.application.name"), properties, topics, admin,
				producers, consumers);
	}

	@Bean
	OutboxMetrics outboxMetrics(ObjectProvider<MeterRegistry> meters) {
		return new OutboxMetrics(meters.getIfAvailable(SimpleMeterRegistry::new));
	}

	@Bean
	OutboxRelay outboxRelay(JdbcConnectionDetails database, OutboxKafka kafka, OutboxProperties properties,
			OutboxMetrics metrics, OutboxNotifier notifier) {
		return new OutboxRelay(database, kafka, properties, metrics, notifier::wakeLeader);
	}

}
