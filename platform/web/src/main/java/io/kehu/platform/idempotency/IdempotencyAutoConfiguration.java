package io.kehu.platform.idempotency;

import java.time.Clock;

import io.kehu.platform.sealing.SealedRows;
import io.kehu.platform.sealing.Sealing;
import io.kehu.platform.web.StreamedRequests;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Auto-configuration for idempotent POST requests.
 */
@AutoConfiguration(afterName = "io.kehu.platform.web.WebAutoConfiguration")
@EnableScheduling
class IdempotencyAutoConfiguration {

	@Bean
	StoredAnswers storedAnswers(JdbcTemplate jdbc, JsonMapper json, Clock clock, Sealing sealing, SealedRows rows) {
		return new StoredAnswers(jdbc, json, clock, sealing, rows);
	}

	@Bean
	FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(StoredAnswers answers,
			PlatformTransactionManager transactions,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures, StreamedRequests streams) {
		FilterRegistrationBean<IdempotencyFilter> registration = new FilterRegistrationBean<>(
				new IdempotencyFilter(answers, transactions, failures, streams));
		registration.setOrder(Ordered.LOWEST_PRECEDENCE);
		return registration;
	}

	@Bean
	WebMvcConfigurer replays(JsonMapper json, ObjectProvider<ReplayCheck> checks) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new Replays(json, checks)).order(Ordered.LOWEST_PRECEDENCE);
			}

		};
	}

	@Bean
	OldAnswers oldAnswers(StoredAnswers answers) {
		return new OldAnswers(answers);
	}

	/**
	 * Deletes stored responses that have expired.
	 */
	static final class OldAnswers {

		private final StoredAnswers answers;

		OldAnswers(StoredAnswers answers) {
			this.answers = answers;
		}

		@Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
		void forget() {
			this.answers.forgetOld();
		}

	}

}
