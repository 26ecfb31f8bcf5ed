package io.kehu.gateway.session;

import java.time.Clock;

import io.kehu.platform.balancer.ServiceBalancer;
import io.kehu.platform.token.AuthProperties;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Serves sessions of browsers if the gateway has a secret for them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("kehu.gateway.sessions.client-secret")
@EnableConfigurationProperties(SessionProperties.class)
class SessionConfiguration {

	@Bean
	SessionSeal sessionSeal(SessionProperties properties) {
		return new SessionSeal(properties.clientSecret());
	}

	@Bean
	SealedSessions sealedSessions(ReactiveStringRedisTemplate redis, SessionSeal seal, JsonMapper json,
			SessionProperties properties, ObjectProvider<Clock> clock) {
		return new SealedSessions(redis, seal, json, properties, clock.getIfAvailable(Clock::systemUTC));
	}

	@Bean
	AuthService authService(LoadBalancerClientFactory balancers, JsonMapper json, SessionProperties properties,
			ObjectProvider<Clock> clock) {
		return new AuthService(() -> balancers.getInstance("auth-service", ServiceBalancer.class), json,
				properties.clientSecret(), clock.getIfAvailable(Clock::systemUTC));
	}

	@Bean
	BrowserSessions browserSessions(SealedSessions sessions, AuthService auth, SessionSeal seal,
			ReactiveJwtDecoder decoder, ObjectProvider<Clock> clock) {
		return new BrowserSessions(sessions, new TokenRefresh(sessions, auth, seal), decoder,
				clock.getIfAvailable(Clock::systemUTC));
	}

	@Bean
	SessionPages sessionPages(BrowserSessions browsers, SealedSessions sessions, AuthService auth, SessionSeal seal,
			ReactiveJwtDecoder decoder, JsonMapper json, AuthProperties issuer, SessionProperties properties,
			ObjectProvider<Clock> clock) {
		LoginPages logins = new LoginPages(auth, sessions, decoder, seal, json,
				new LoginPages.Place(issuer.issuer(), properties, clock.getIfAvailable(Clock::systemUTC)));
		return new SessionPages(browsers, logins, auth, json, properties);
	}

}
