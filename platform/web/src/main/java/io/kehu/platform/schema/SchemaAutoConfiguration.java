package io.kehu.platform.schema;

import org.flywaydb.core.Flyway;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/**
 * Migrates the platform's tables ({@code db/platform}) before the service's own
 * ({@code db/migration}), with a history of their own, so that both grow independently.
 */
@AutoConfiguration(before = FlywayAutoConfiguration.class)
public class SchemaAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	FlywayMigrationStrategy platformFirst() {
		return (service) -> SchemaLock.during(service.getConfiguration().getDataSource(), () -> {
			Flyway.configure(service.getConfiguration().getClassLoader())
				.configuration(service.getConfiguration())
				.locations("classpath:db/platform")
				.table("platform_schema_history")
				.load()
				.migrate();
			service.migrate();
		});
	}

	/** Each history starts in a schema that already has the other's. */
	@Bean
	FlywayConfigurationCustomizer baselineBesideTheOtherHistory() {
		return (configuration) -> configuration.baselineOnMigrate(true).baselineVersion("0");
	}

}
