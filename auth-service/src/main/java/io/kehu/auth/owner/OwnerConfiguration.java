package io.kehu.auth.owner;

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
 * Opens the claims of paths to the gateway, which verifies who announces them. To other
 * services they are closed, since any of them could claim paths in the name of another.
 */
@Configuration(proxyBeanMethods = false)
class OwnerConfiguration {

	@Bean
	@Order(4)
	SecurityFilterChain pathClaims(HttpSecurity http, LinkPeers peers, Environment environment) {
		PeerAccess gateway = PeerAccess.onlyFrom("gateway", peers,
				environment.getRequiredProperty("spring.application.name"));
		return http.securityMatcher(PathClaimController.PATH)
			.authorizeHttpRequests((requests) -> requests.anyRequest().access(gateway))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(PeerAccess.UNPROVEN))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.build();
	}

}
