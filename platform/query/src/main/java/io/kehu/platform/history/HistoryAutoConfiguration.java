package io.kehu.platform.history;

import java.time.Clock;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Auto-configuration for {@link History}.
 */
@AutoConfiguration(after = JdbcTemplateAutoConfiguration.class)
public final class HistoryAutoConfiguration {

	@Bean
	@ConditionalOnBean(JdbcTemplate.class)
	History history(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
		return new History(jdbc, json, clock);
	}

}
