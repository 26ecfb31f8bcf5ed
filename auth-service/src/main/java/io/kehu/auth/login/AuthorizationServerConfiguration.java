package io.kehu.auth.login;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.auth.throttle.Throttle;
import io.kehu.platform.token.AuthProperties;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2ClientAuthenticationConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * The endpoints of OAuth 2.1 and OpenID Connect, and the login that they lead to.
 */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerConfiguration {

	@Bean
	AuthorizationServerSettings authorizationServerSettings(AuthProperties properties) {
		return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
	}

	@Bean
	@Order(1)
	SecurityFilterChain protocol(HttpSecurity http, Customizer<OAuth2ClientAuthenticationConfigurer> clients) {
		MediaTypeRequestMatcher browser = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
		browser.setIgnoredMediaTypes(Set.of(MediaType.ALL));
		return http.oauth2AuthorizationServer((server) -> {
			http.securityMatcher(server.getEndpointsMatcher());
			server.clientAuthentication(clients)
				.authorizationEndpoint((endpoint) -> endpoint.consentPage(LoginPages.CONSENT))
				.authorizationServerMetadataEndpoint((endpoint) -> endpoint.authorizationServerMetadataCustomizer(
						(metadata) -> metadata.claims(AuthorizationServerConfiguration::describe)))
				.oidc((oidc) -> oidc
					.providerConfigurationEndpoint((endpoint) -> endpoint.providerConfigurationCustomizer(
							(metadata) -> metadata.claims(AuthorizationServerConfiguration::describeForOpenId))));
		})
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
			.exceptionHandling((handling) -> handling
				.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint(LoginPages.LOGIN), browser))
			.headers((headers) -> strict(headers, "default-src 'none'; frame-ancestors 'none'"))
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain login(HttpSecurity http, Throttle throttle) {
		LoginThrottle logins = new LoginThrottle(throttle);
		return http.securityMatcher("/login/**", LoginPages.LOGOUT)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.addFilterBefore(logins, UsernamePasswordAuthenticationFilter.class)
			.formLogin((form) -> form.loginPage(LoginPages.LOGIN)
				.successHandler(new ReturnToRequest(logins))
				.failureHandler(new RefusedLogin()))
			.logout((logout) -> logout.logoutSuccessUrl(LoginPages.LOGIN + "?logout"))
			.headers((headers) -> strict(headers, PageConfiguration.CONTENT_SECURITY_POLICY))
			.build();
	}

	private static void strict(HeadersConfigurer<HttpSecurity> headers, String policy) {
		headers.contentSecurityPolicy((content) -> content.policyDirectives(policy))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER));
	}

	/**
	 * Tells clients what is really on offer here, of all that the framework could do.
	 */
	private static void describe(Map<String, Object> metadata) {
		List<String> withSecret = List.of("client_secret_basic", "client_secret_post");
		metadata.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials"));
		metadata.put("token_endpoint_auth_methods_supported",
				List.of("client_secret_basic", "client_secret_post", "none"));
		metadata.put("introspection_endpoint_auth_methods_supported", withSecret);
		metadata.put("revocation_endpoint_auth_methods_supported",
				List.of("client_secret_basic", "client_secret_post", "none"));
		metadata.remove("tls_client_certificate_bound_access_tokens");
	}

	private static void describeForOpenId(Map<String, Object> metadata) {
		describe(metadata);
		metadata.put("id_token_signing_alg_values_supported", List.of("ES256"));
	}

}
