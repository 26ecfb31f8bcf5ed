package io.kehu.auth.revocation;

import io.kehu.platform.link.LinkPeers;
import io.kehu.platform.security.PeerAccess;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Opens the list of revocations to the other services, which need it before they can
 * verify a token.
 */
@Configuration(proxyBeanMethods = false)
class RevocationConfiguration {

	@Bean
	@Order(3)
	SecurityFilterChain revocationList(HttpSecurity http, LinkPeers peers, Environment environment) {
		PeerAccess services = PeerAccess.only(peers, environment.getRequiredProperty("spring.application.name"));
		return http.securityMatcher(RevocationController.PATH)
			.authorizeHttpRequests((requests) -> requests.anyRequest().access(services))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(PeerAccess.UNPROVEN))
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

}
