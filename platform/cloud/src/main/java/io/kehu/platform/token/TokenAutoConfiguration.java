package io.kehu.platform.token;

import java.net.URI;
import java.time.Clock;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.kehu.platform.link.LinkAutoConfiguration;
import io.kehu.platform.link.LinkIdentity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.util.Assert;

/**
 * Gives a process the decoder of access tokens, when it has Spring Security's JOSE
 * support. A {@link JWKSource} of its own (auth-service, tests) takes the place of the
 * keys fetched from {@code kehu.auth.jwks-uri}.
 */
@AutoConfiguration(after = LinkAutoConfiguration.class, beforeName = {
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
		"org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration",
		"org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration" })
@ConditionalOnClass({ JwtDecoder.class, Caffeine.class })
@ConditionalOnWebApplication
@EnableConfigurationProperties({ AuthProperties.class, RevocationProperties.class })
public class TokenAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AccessTokenDecoder accessTokenDecoder(AuthProperties properties, ObjectProvider<JWKSource<SecurityContext>> own,
			ObjectProvider<RevocationCheck> revocations, ObjectProvider<Clock> clock) {
		JWKSource<SecurityContext> keys = own.getIfAvailable(() -> published(properties));
		return new AccessTokenDecoder(keys, properties, revocations.getIfAvailable(() -> (token) -> false),
				clock.getIfAvailable(Clock::systemUTC));
	}

	/**
	 * What auth-service tells is revoked, beside the keys that it publishes.
	 */
	@Bean
	@ConditionalOnMissingBean({ RevocationCheck.class, JWKSource.class })
	RevokedTokens revokedTokens(AuthProperties properties, RevocationProperties revocations,
			ObjectProvider<Clock> clock, ObjectProvider<LinkIdentity> identity) {
		return new RevokedTokens(address(properties).resolve("/internal/revocations"), revocations.trustedFor(),
				clock.getIfAvailable(Clock::systemUTC), identity.getIfAvailable());
	}

	private static JWKSource<SecurityContext> published(AuthProperties properties) {
		return new VerificationKeys(address(properties));
	}

	private static URI address(AuthProperties properties) {
		URI address = properties.jwksUri();
		Assert.state(address != null, "kehu.auth.jwks-uri (KEHU_AUTH_JWKS_URI) must say where the signing keys are");
		return address;
	}

	/**
	 * What only a reactive process needs.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class Reactive {

		@Bean
		@ConditionalOnMissingBean(ReactiveJwtDecoder.class)
		ReactiveAccessTokenDecoder reactiveAccessTokenDecoder(AccessTokenDecoder decoder) {
			return new ReactiveAccessTokenDecoder(decoder);
		}

	}

}
