package io.kehu.platform.outbox;

import java.time.Clock;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Gives a service its {@link Outbox} and the relay behind it.
 */
@AutoConfiguration
@EnableConfigurationProperties(OutboxProperties.class)
final class OutboxAutoConfiguration {

	@Bean
	Outbox outbox(JdbcTemplate jdbc, JsonMapper json, ObjectProvider<Clock> clock, OutboxProperties properties) {
		return new Outbox(jdbc, json, clock.getIfAvailable(Clock::systemUTC), properties.topics(), () -> {
		});
	}

}
