package io.kehu.auth.revocation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Opens the list of revocations, which processes need before they can verify a token. It
 * contains ids only.
 */
@Configuration(proxyBeanMethods = false)
class RevocationConfiguration {

	@Bean
	@Order(3)
	SecurityFilterChain revocationList(HttpSecurity http) {
		return http.securityMatcher(RevocationController.PATH)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

}
