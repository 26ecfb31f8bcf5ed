package io.kehu.platform.security;

import java.net.URI;
import java.time.Clock;

import com.github.benmanes.caffeine.cache.Ticker;
import io.kehu.platform.link.LinkPeers;
import io.kehu.platform.token.AuthProperties;
import io.kehu.platform.token.TokenAutoConfiguration;
import io.kehu.platform.web.ServedPaths;
import jakarta.servlet.DispatcherType;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Auto-configuration that makes a servlet service a stateless OAuth2 resource server:
 * every request requires an access token, and annotations such as
 * {@code @PreAuthorize("hasAuthority('customer:read')")} specify the required permission.
 */
@AutoConfiguration(after = TokenAutoConfiguration.class,
		before = { OAuth2ResourceServerAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
				ManagementWebSecurityAutoConfiguration.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableMethodSecurity(prePostEnabled = false)
@EnableConfigurationProperties(StepUpProperties.class)
public class ApiSecurityAutoConfiguration {

	/**
	 * Order of the filter chain of the API, which matches all requests. A service that
	 * also serves browsers must order its own filter chains before this one.
	 */
	public static final int ORDER = 100;

	private static final String[] OPEN = { "/actuator/health", "/actuator/health/**", "/actuator/prometheus" };

	private static final String[] DESCRIPTION = { "/v3/api-docs", "/v3/api-docs/**" };

	@Bean
	SecurityProblems securityProblems(JsonMapper json, AuthProperties properties) {
		return new SecurityProblems(json, properties);
	}

	/**
	 * Disables observations of individual security filters; requests are observed as a
	 * whole.
	 */
	@Bean
	SecurityObservationSettings securityObservationSettings() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	HttpFirewall pathFirewall() {
		return new PathFirewall();
	}

	/**
	 * Leaves encoded slashes and backslashes as they are; the firewall decides where they
	 * are allowed.
	 */
	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> encodedSlashes() {
		return (tomcat) -> tomcat.addConnectorCustomizers((connector) -> {
			connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
			connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
		});
	}

	@Bean
	RecentLogins recentLogins(Clock clock, StepUpProperties stepUp) {
		return new RecentLogins(clock, stepUp.acr());
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static ControllerRules controllerRules() {
		return new ControllerRules();
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static Advisor preAuthorize(ControllerRules rules) {
		DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(
				AuthorizationManagerBeforeMethodInterceptor.preAuthorize().getPointcut(), rules);
		advisor.setOrder(AuthorizationInterceptorsOrder.PRE_AUTHORIZE.getOrder());
		return advisor;
	}

	@Bean
	WebMvcConfigurer earlyAuthorization(ControllerRules rules, RecentLogins logins) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new EarlyAuthorization(rules)).order(Ordered.HIGHEST_PRECEDENCE);
				registry.addInterceptor(new StepUp(logins)).order(Ordered.HIGHEST_PRECEDENCE + 1);
			}

		};
	}

	/**
	 * Reads rights next to the signing keys that auth-service publishes. Without an
	 * address, tokens must contain their rights.
	 */
	@Bean
	@ConditionalOnMissingBean
	RightsSource rightsSource(AuthProperties properties) {
		URI keys = properties.jwksUri();
		return (keys != null) ? new PublishedRights(keys.resolve("/internal/rights")) : (token) -> null;
	}

	@Bean
	TokenRights tokenRights(RightsSource source) {
		return new TokenRights(source, Ticker.systemTicker());
	}

	@Bean
	@Order(ORDER)
	SecurityFilterChain apiSecurity(HttpSecurity http, SecurityProblems problems, TokenRights rights, LinkPeers peers,
			Environment environment, ObjectProvider<OpenPaths> open) {
		String service = environment.getProperty("spring.application.name", "application");
		return http.authorizeHttpRequests((requests) -> requests
			// Async and error dispatches follow a request that has already been
			// authorized
			.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
			.permitAll()
			.requestMatchers(OPEN)
			.permitAll()
			.requestMatchers(open.stream().map(OpenPaths::pattern).toArray(String[]::new))
			.permitAll()
			.requestMatchers(DESCRIPTION)
			.access(PeerAccess.orCallers(peers, service))
			.requestMatchers(ServedPaths.ADDRESS)
			.access(PeerAccess.only(peers, service))
			.anyRequest()
			.authenticated())
			.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.jwtAuthenticationConverter(rights::authenticate))
				.bearerTokenResolver(new BearerTokens())
				.protectedResourceMetadata(problems.resource())
				.authenticationEntryPoint(problems)
				.accessDeniedHandler(problems)
				.withObjectPostProcessor(refusingWith(problems)))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.headers(ApiSecurityAutoConfiguration::headers)
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.build();
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER));
	}

	/**
	 * Delegates to the entry point even if a token could not be verified because the keys
	 * are unavailable, which would otherwise result in status 500.
	 */
	private static ObjectPostProcessor<BearerTokenAuthenticationFilter> refusingWith(SecurityProblems problems) {
		AuthenticationEntryPointFailureHandler handler = new AuthenticationEntryPointFailureHandler(problems);
		handler.setRethrowAuthenticationServiceException(false);
		return new ObjectPostProcessor<>() {

			@Override
			public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
				filter.setAuthenticationFailureHandler(handler);
				return filter;
			}

		};
	}

}
