package io.kehu.platform.outbox;

import java.util.ArrayList;
import java.util.List;

import io.kehu.platform.cloud.ProcessAutoConfiguration;
import io.kehu.platform.inbox.InboxAutoConfiguration;
import io.kehu.platform.schema.SchemaAutoConfiguration;
import io.kehu.platform.tracing.TracingAutoConfiguration;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * A service with nothing but events.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
		JdbcTemplateAutoConfiguration.class, TransactionAutoConfiguration.class,
		TransactionManagerCustomizationAutoConfiguration.class, FlywayAutoConfiguration.class,
		JacksonAutoConfiguration.class, KafkaAutoConfiguration.class, ProcessAutoConfiguration.class,
		OutboxAutoConfiguration.class, InboxAutoConfiguration.class, SchemaAutoConfiguration.class,
		ObservationAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
		OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
		TracingAutoConfiguration.class })
public final class EventsApplication {

	private EventsApplication() {
	}

	/**
	 * Starts the service.
	 * @param name the service's name
	 * @param url the JDBC URL of its database
	 * @param kafka the broker's address
	 * @param more additional sources, or properties in the form {@code name=value}
	 * @return the running service
	 */
	public static ConfigurableApplicationContext start(String name, String url, String kafka, Object... more) {
		List<String> properties = new ArrayList<>(List.of("spring.application.name=" + name,
				"spring.datasource.url=" + url, "spring.datasource.username=" + EventServers.ROLE,
				"spring.datasource.password=" + EventServers.PASSWORD, "spring.kafka.bootstrap-servers=" + kafka,
				"spring.main.banner-mode=off", "logging.level.root=error",
				"logging.level.org.springframework.transaction=off", "logging.level.org.springframework.jdbc=off",
				"logging.level.io.kehu=off", "logging.level.org.apache.kafka=error"));
		SpringApplicationBuilder builder = new SpringApplicationBuilder(EventsApplication.class)
			.web(WebApplicationType.NONE);
		for (Object one : more) {
			if (one instanceof Class<?> source) {
				builder.sources(source);
			}
			else {
				properties.add(one.toString());
			}
		}
		return builder.run(properties.stream().map((property) -> "--" + property).toArray(String[]::new));
	}

}
