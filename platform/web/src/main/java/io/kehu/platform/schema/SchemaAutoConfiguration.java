package io.kehu.platform.schema;

import org.flywaydb.core.Flyway;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration that migrates the platform's tables ({@code db/platform}) before
 * those of the service ({@code db/migration}). The platform's migrations have a separate
 * schema history table, so that both can be versioned independently.
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

	/** Allows each history to start in a schema that already contains the other one. */
	@Bean
	FlywayConfigurationCustomizer baselineBesideTheOtherHistory() {
		return (configuration) -> configuration.baselineOnMigrate(true).baselineVersion("0");
	}

}
