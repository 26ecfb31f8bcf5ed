package io.kehu.auth.login;

import java.util.Set;
import java.util.stream.Stream;

import io.kehu.auth.client.ClientRefusal;
import io.kehu.auth.session.LoginFilter;
import io.kehu.auth.session.Logins;
import io.kehu.platform.security.SecurityProblems;
import io.kehu.platform.token.AuthProperties;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Configures the endpoints of OAuth 2.1 and OpenID Connect.
 */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerConfiguration {

	static final String AUTHORIZE = "/oauth2/authorize";

	private static final String USER_INFO = "/userinfo";

	private static final RequestMatcher FOR_CLIENTS = new OrRequestMatcher(
			Stream.of("/oauth2/token", "/oauth2/introspect", "/oauth2/revoke")
				.map(PathPatternRequestMatcher::pathPattern)
				.toArray(RequestMatcher[]::new));

	@Bean
	AuthorizationServerSettings authorizationServerSettings(AuthProperties properties) {
		return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
	}

	@Bean
	@Order(1)
	SecurityFilterChain protocol(HttpSecurity http, ProtocolEndpoints endpoints, LoginRules rules, Logins logins,
			SecurityProblems problems, ClientRefusal withoutClient) {
		MediaTypeRequestMatcher browser = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
		browser.setIgnoredMediaTypes(Set.of(MediaType.ALL));
		return http.oauth2AuthorizationServer((server) -> {
			http.securityMatcher(server.getEndpointsMatcher());
			endpoints.configure(server);
		})
			.authorizeHttpRequests((requests) -> requests.requestMatchers(SilentLogin::isWanted)
				.permitAll()
				.requestMatchers(AUTHORIZE)
				.access(rules.forClients())
				.anyRequest()
				.authenticated())
			.addFilterBefore(new OwnRedirects(), SecurityContextHolderFilter.class)
			.addFilterBefore(new PostedRequests(), SecurityContextHolderFilter.class)
			.addFilterAfter(new LoginFilter(logins), SecurityContextHolderFilter.class)
			.addFilterAfter(new SilentLogin(rules.forClients()), LoginFilter.class)
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults())
				.bearerTokenResolver(AuthorizationServerConfiguration::bearerToken)
				.authenticationEntryPoint(problems)
				.accessDeniedHandler(problems))
			.exceptionHandling((handling) -> {
				handling.defaultAuthenticationEntryPointFor(withoutClient, FOR_CLIENTS);
				handling.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint(LoginPages.LOGIN),
						browser);
				PageSecurity.leadToMissingSteps(handling);
			})
			.headers((headers) -> PageSecurity.strict(headers,
					new ContentSecurityPolicyHeaderWriter("default-src 'none'; frame-ancestors 'none'")))
			.build();
	}

	/**
	 * Returns the access token of a request. At the user info endpoint clients may send
	 * it in the body (OpenID Connect Core, section 5.3.1).
	 */
	private static @Nullable String bearerToken(HttpServletRequest request) {
		DefaultBearerTokenResolver resolver = new DefaultBearerTokenResolver();
		resolver.setAllowFormEncodedBodyParameter(request.getRequestURI().equals(USER_INFO));
		return resolver.resolve(request);
	}

}
