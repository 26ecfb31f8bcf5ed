package io.kehu.platform.sealed;

import java.time.Clock;

import io.kehu.platform.sealing.SealedPlace;
import io.kehu.platform.sealing.Sealing;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Auto-configuration for {@link SealedPlaces}.
 */
@AutoConfiguration(after = JdbcTemplateAutoConfiguration.class)
@EnableScheduling
class SealedAutoConfiguration {

	@Bean
	@ConditionalOnBean(JdbcTemplate.class)
	SealedPlaces sealedPlaces(JdbcTemplate jdbc, Sealing sealing, Clock clock, ObjectProvider<SealedPlace> beans) {
		return new SealedPlaces(new UsedKeys(jdbc, sealing, clock), jdbc, beans);
	}

}
