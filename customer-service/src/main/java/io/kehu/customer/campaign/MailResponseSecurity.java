package io.kehu.customer.campaign;

import io.kehu.platform.security.ApiSecurityAutoConfiguration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Serves the addresses in e-mails without a token, since recipients have none. They
 * cannot be guessed.
 */
@Configuration(proxyBeanMethods = false)
class MailResponseSecurity {

	@Bean
	@Order(ApiSecurityAutoConfiguration.ORDER - 2)
	SecurityFilterChain mailResponseChain(HttpSecurity http) {
		return http.securityMatcher(MailLinks.PATH + "**")
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

}
