package io.kehu.platform.sealing;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Auto-configuration for {@link Sealing}.
 */
@AutoConfiguration
@EnableConfigurationProperties(SealingProperties.class)
class SealingAutoConfiguration {

	/** Created for what seals, since a service without such a thing needs no keys. */
	@Bean
	@Lazy
	Sealing sealing(SealingProperties properties) {
		return Sealing.of(properties.keys(), properties.indexKeys());
	}

	@Bean
	@Lazy
	SealedRows sealedRows(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		return new SealedRows(jdbc, new TransactionTemplate(transactions));
	}

}
