package io.kehu.platform.rehearsal;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Auto-configuration for dry runs of requests.
 */
@AutoConfiguration
final class RehearsalAutoConfiguration {

	@Bean
	RehearsedTransactions rehearsedTransactions() {
		return new RehearsedTransactions();
	}

	@Bean
	RehearsalDescription rehearsalDescription() {
		return new RehearsalDescription();
	}

	@Bean
	WebMvcConfigurer rehearsalInterceptors() {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new RehearsalInterceptor());
			}

		};
	}

}
