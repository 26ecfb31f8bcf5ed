package io.kehu.auth.login;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2TokenIntrospectionEndpointConfigurer;
import org.springframework.stereotype.Component;

/**
 * Configures the behaviour of the endpoints of OAuth 2.1 and OpenID Connect. It is no
 * {@link Customizer}: the framework would apply it to every filter chain.
 */
@Component
class ProtocolEndpoints {

	private final Customizer<OAuth2ClientAuthenticationConfigurer> clients;

	private final Customizer<OAuth2TokenIntrospectionEndpointConfigurer> introspection;

	private final AuthorizationRequests requests;

	private final AuthorizationAnswers answers;

	private final LogoutAnswers logout;

	private final PersonInfo person;

	ProtocolEndpoints(Customizer<OAuth2ClientAuthenticationConfigurer> clients,
			Customizer<OAuth2TokenIntrospectionEndpointConfigurer> introspection, AuthorizationRequests requests,
			AuthorizationAnswers answers, LogoutAnswers logout, PersonInfo person) {
		this.clients = clients;
		this.introspection = introspection;
		this.requests = requests;
		this.answers = answers;
		this.logout = logout;
		this.person = person;
	}

	void configure(OAuth2AuthorizationServerConfigurer server) {
		server.clientAuthentication(this.clients)
			.tokenIntrospectionEndpoint(this.introspection)
			.authorizationEndpoint((endpoint) -> endpoint.consentPage(LoginPages.CONSENT)
				.authorizationRequestConverters(this.requests::convert)
				.authenticationProviders(this.requests::validate)
				.authorizationResponseHandler(this.answers)
				.errorResponseHandler(this.answers))
			.authorizationServerMetadataEndpoint((endpoint) -> endpoint
				.authorizationServerMetadataCustomizer((metadata) -> metadata.claims(ServerMetadata::describe)))
			.oidc((oidc) -> oidc
				.logoutEndpoint(
						(endpoint) -> endpoint.logoutResponseHandler(this.logout).errorResponseHandler(this.logout))
				.userInfoEndpoint((endpoint) -> endpoint.userInfoMapper(this.person))
				.providerConfigurationEndpoint((endpoint) -> endpoint.providerConfigurationCustomizer(
						(metadata) -> metadata.claims(ServerMetadata::describeForOpenId))));
	}

}
