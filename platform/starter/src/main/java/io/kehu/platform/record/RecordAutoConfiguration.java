package io.kehu.platform.record;

import java.util.List;

import io.kehu.platform.history.History;
import io.kehu.platform.history.HistoryAutoConfiguration;
import io.kehu.platform.outbox.Outbox;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives a service its {@link RecordJournal} and controllers their
 * {@link ExpectedVersion}.
 */
@AutoConfiguration(after = HistoryAutoConfiguration.class,
		afterName = "io.kehu.platform.outbox.OutboxAutoConfiguration")
final class RecordAutoConfiguration {

	@Bean
	@ConditionalOnBean(Outbox.class)
	RecordJournal recordJournal(Outbox outbox, History history, JsonMapper json) {
		return new RecordJournal(outbox, history, json);
	}

	@Bean
	WebMvcConfigurer expectedVersions() {
		return new WebMvcConfigurer() {

			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new ExpectedVersionResolver());
			}

		};
	}

}
