package io.kehu.order.payment;

import io.kehu.platform.security.ApiSecurityAutoConfiguration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets notifications of payment providers through without a token, since they are signed.
 */
@Configuration(proxyBeanMethods = false)
class NotificationSecurity {

	@Bean
	@Order(ApiSecurityAutoConfiguration.ORDER - 1)
	SecurityFilterChain notificationSecurityChain(HttpSecurity http) {
		return http.securityMatcher("/api/v1/payment-notifications/*")
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

}
