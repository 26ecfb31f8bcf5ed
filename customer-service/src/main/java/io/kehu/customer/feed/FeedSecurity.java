package io.kehu.customer.feed;

import io.kehu.platform.security.ApiSecurityAutoConfiguration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Serves feeds without a token, since calendars have none. Their addresses cannot be
 * guessed.
 */
@Configuration(proxyBeanMethods = false)
class FeedSecurity {

	@Bean
	@Order(ApiSecurityAutoConfiguration.ORDER - 1)
	SecurityFilterChain feedChain(HttpSecurity http) {
		return http.securityMatcher(FeedController.FEEDS + "*")
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

}
