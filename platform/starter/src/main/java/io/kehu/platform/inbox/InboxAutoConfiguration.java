package io.kehu.platform.inbox;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Gives a service its {@link Inbox} and starts its consumers of events.
 */
@AutoConfiguration
final class InboxAutoConfiguration {

	@Bean
	Inbox inbox(JdbcTemplate jdbc) {
		return new Inbox(jdbc);
	}

}
