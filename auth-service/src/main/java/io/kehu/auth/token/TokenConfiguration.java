package io.kehu.auth.token;

import java.time.Clock;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.kehu.auth.audit.AuditLog;
import io.kehu.auth.revocation.Revocations;
import io.kehu.platform.token.AccessTokenDecoder;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2TokenIntrospectionEndpointConfigurer;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Configures the generation and storage of tokens.
 */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

	@Bean
	OAuth2TokenGenerator<OAuth2Token> tokenGenerator(JWKSource<SecurityContext> keys, TokenContent content,
			Clock clock) {
		JwtGenerator signed = new JwtGenerator(new NimbusJwtEncoder(keys));
		signed.setJwtCustomizer(content);
		signed.setClock(clock);
		return new DelegatingOAuth2TokenGenerator(signed, new RefreshTokens(clock));
	}

	@Bean
	Customizer<OAuth2TokenIntrospectionEndpointConfigurer> introspection(Revocations revocations) {
		return (endpoint) -> endpoint.authenticationProviders(
				(providers) -> providers.replaceAll((provider) -> new Introspection(provider, revocations)));
	}

	@Bean
	OAuth2AuthorizationService authorizations(JdbcOperations jdbc, RegisteredClientRepository clients,
			AccessTokenDecoder tokens, RightsClaims rights, Revocations revocations, AuditLog audit,
			TransactionOperations transactions, Clock clock) {
		return new TokenFamilies(new EarlierTokens(new DigestedTokens(jdbc, clients), tokens, rights), revocations,
				audit, JdbcClient.create(jdbc), transactions, clock);
	}

}
