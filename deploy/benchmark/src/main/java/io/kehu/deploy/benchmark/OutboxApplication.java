package io.kehu.deploy.benchmark;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.outbox.OutgoingEvent;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A service that only has an outbox. Its auto-configurations are listed in the imports
 * file with its name.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration
final class OutboxApplication {

	static final String NAME = "benchmark";

	static final String TOPIC = "kehu.benchmark";

	/** The number that the launcher configures for its single broker. */
	private static final int PARTITIONS = 3;

	private static final String TYPE = "io.kehu.benchmark.written.v1";

	/** Pads an event to the size of a customer event. */
	private static final String CONTENT = "x".repeat(600);

	private OutboxApplication() {
	}

	static ConfigurableApplicationContext start(String database, String role, String password, String kafka,
			String kafkaPassword) {
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		return new SpringApplicationBuilder(OutboxApplication.class).web(WebApplicationType.NONE)
			.run("--spring.application.name=" + NAME, "--spring.datasource.url=" + database,
					"--spring.datasource.username=" + role, "--spring.datasource.password=" + password,
					"--spring.kafka.bootstrap-servers=" + kafka, "--spring.kafka.security.protocol=SASL_PLAINTEXT",
					"--kehu.kafka.password=" + kafkaPassword, "--kehu.outbox.topics=" + TOPIC,
					"--kehu.outbox.partitions=" + PARTITIONS, "--spring.main.banner-mode=off");
	}

	/** Stores one event for each key in one transaction, which is committed on return. */
	static void write(ConfigurableApplicationContext service, List<UUID> keys) {
		Outbox outbox = service.getBean(Outbox.class);
		new TransactionTemplate(service.getBean(PlatformTransactionManager.class)).executeWithoutResult((status) -> {
			outbox.appendAll(keys.stream()
				.map((key) -> new OutgoingEvent(TOPIC, TYPE, key, 0, Map.of("content", CONTENT)))
				.toList());
		});
	}

}
