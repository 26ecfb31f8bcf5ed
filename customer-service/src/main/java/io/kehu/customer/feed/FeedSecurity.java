package io.kehu.customer.feed;

import io.kehu.platform.security.OpenPaths;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Serves feeds without a token, since calendars have none. Their addresses cannot be
 * guessed.
 */
@Configuration(proxyBeanMethods = false)
class FeedSecurity {

	@Bean
	OpenPaths feedPaths() {
		return new OpenPaths(FeedController.FEEDS + "*");
	}

}
