package io.kehu.auth.client;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Keeps clients, and what was granted to them, in the database.
 */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

	@Bean
	RegisteredClientRepository registeredClients(JdbcOperations jdbc) {
		return new JdbcRegisteredClientRepository(jdbc);
	}

	@Bean
	OAuth2AuthorizationConsentService consents(JdbcOperations jdbc, RegisteredClientRepository clients) {
		return new JdbcOAuth2AuthorizationConsentService(jdbc, clients);
	}

	@Bean
	Customizer<OAuth2ClientAuthenticationConfigurer> clientAuthentication(RegisteredClientRepository registered) {
		ClientSecrets secrets = new ClientSecrets();
		RefreshingPublicClient refreshing = new RefreshingPublicClient(registered);
		return (clients) -> clients.authenticationConverter(refreshing)
			.authenticationProvider(refreshing)
			.authenticationProviders((providers) -> providers.forEach((provider) -> {
				if (provider instanceof ClientSecretAuthenticationProvider checkingSecrets) {
					checkingSecrets.setPasswordEncoder(secrets);
				}
			}));
	}

}
