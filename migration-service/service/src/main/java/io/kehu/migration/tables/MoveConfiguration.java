package io.kehu.migration.tables;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures moves of tables.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MoveProperties.class)
class MoveConfiguration {

	@Bean
	MoveRetention moveRetention(MoveRuns runs, MoveProperties properties) {
		return new MoveRetention(runs, properties);
	}

}
