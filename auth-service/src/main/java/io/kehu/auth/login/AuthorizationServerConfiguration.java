package io.kehu.auth.login;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.auth.factor.LoginEvidence;
import io.kehu.auth.session.LoginEnd;
import io.kehu.auth.session.LoginFilter;
import io.kehu.auth.session.Logins;
import io.kehu.platform.token.AuthProperties;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2TokenIntrospectionEndpointConfigurer;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.CompositeLogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * Configures the endpoints of OAuth 2.1 and OpenID Connect.
 */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerConfiguration {

	static final String AUTHORIZE = "/oauth2/authorize";

	@Bean
	AuthorizationServerSettings authorizationServerSettings(AuthProperties properties) {
		return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
	}

	@Bean
	@Order(1)
	SecurityFilterChain protocol(HttpSecurity http, Customizer<OAuth2ClientAuthenticationConfigurer> clients,
			Customizer<OAuth2TokenIntrospectionEndpointConfigurer> introspection, LoginRules rules, Logins logins,
			LoginEnd loginEnd) {
		MediaTypeRequestMatcher browser = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
		browser.setIgnoredMediaTypes(Set.of(MediaType.ALL));
		return http.oauth2AuthorizationServer((server) -> {
			http.securityMatcher(server.getEndpointsMatcher());
			server.clientAuthentication(clients)
				.tokenIntrospectionEndpoint(introspection)
				.authorizationEndpoint((endpoint) -> endpoint.consentPage(LoginPages.CONSENT)
					.authenticationProviders(AuthorizationRequests::configure))
				.authorizationServerMetadataEndpoint((endpoint) -> endpoint.authorizationServerMetadataCustomizer(
						(metadata) -> metadata.claims(AuthorizationServerConfiguration::describe)))
				.oidc((oidc) -> oidc.logoutEndpoint((endpoint) -> endpoint.logoutResponseHandler(ending(loginEnd)))
					.providerConfigurationEndpoint((endpoint) -> endpoint.providerConfigurationCustomizer(
							(metadata) -> metadata.claims(AuthorizationServerConfiguration::describeForOpenId))));
		})
			.authorizeHttpRequests((requests) -> requests.requestMatchers(SilentLogin::isWanted)
				.permitAll()
				.requestMatchers(AUTHORIZE)
				.access(rules.forClients())
				.anyRequest()
				.authenticated())
			.addFilterAfter(new LoginFilter(logins), SecurityContextHolderFilter.class)
			.addFilterAfter(new SilentLogin(rules.forClients()), LoginFilter.class)
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
			.exceptionHandling((handling) -> {
				handling.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint(LoginPages.LOGIN),
						browser);
				PageSecurity.leadToMissingSteps(handling);
			})
			.headers((headers) -> PageSecurity.strict(headers, "default-src 'none'; frame-ancestors 'none'"))
			.build();
	}

	private static OidcLogoutAuthenticationSuccessHandler ending(LoginEnd loginEnd) {
		OidcLogoutAuthenticationSuccessHandler handler = new OidcLogoutAuthenticationSuccessHandler();
		handler.setLogoutHandler(new CompositeLogoutHandler(loginEnd, new SecurityContextLogoutHandler()));
		return handler;
	}

	/**
	 * Restricts the metadata to what this server supports.
	 */
	private static void describe(Map<String, Object> metadata) {
		List<String> withSecret = List.of("client_secret_basic", "client_secret_post");
		metadata.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials"));
		metadata.put("token_endpoint_auth_methods_supported",
				List.of("client_secret_basic", "client_secret_post", "none"));
		metadata.put("introspection_endpoint_auth_methods_supported", withSecret);
		metadata.put("revocation_endpoint_auth_methods_supported",
				List.of("client_secret_basic", "client_secret_post", "none"));
		metadata.put("acr_values_supported", List.of(LoginEvidence.ONE_FACTOR, LoginEvidence.TWO_FACTORS));
		metadata.remove("tls_client_certificate_bound_access_tokens");
		metadata.remove("dpop_signing_alg_values_supported");
	}

	private static void describeForOpenId(Map<String, Object> metadata) {
		describe(metadata);
		metadata.put("id_token_signing_alg_values_supported", List.of("ES256"));
		metadata.put("scopes_supported", List.of(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL));
	}

}
