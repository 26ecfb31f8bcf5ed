package io.kehu.platform.security;

import java.time.Clock;

import io.kehu.platform.token.TokenAutoConfiguration;
import jakarta.servlet.DispatcherType;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes every servlet service a stateless resource server: a request needs an access
 * token, and {@code @PreAuthorize("hasAuthority('customer:read')")} says which
 * permission.
 */
@AutoConfiguration(after = TokenAutoConfiguration.class,
		before = { OAuth2ResourceServerAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
				ManagementWebSecurityAutoConfiguration.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableMethodSecurity
@EnableConfigurationProperties(StepUpProperties.class)
public class ApiSecurityAutoConfiguration {

	/**
	 * After this come only chains that take what is left; a service that answers browsers
	 * too puts its own chains before.
	 */
	public static final int ORDER = 100;

	private static final String[] OPEN = { "/actuator/health", "/actuator/health/**", "/actuator/prometheus",
			"/v3/api-docs", "/v3/api-docs/**" };

	@Bean
	SecurityProblems securityProblems(JsonMapper json) {
		return new SecurityProblems(json);
	}

	/** A request is observed as a whole, not filter by filter. */
	@Bean
	SecurityObservationSettings securityObservationSettings() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	RecentLogins recentLogins(Clock clock, StepUpProperties stepUp) {
		return new RecentLogins(clock, stepUp.acr());
	}

	@Bean
	WebMvcConfigurer earlyAuthorization(RecentLogins logins) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new EarlyAuthorization()).order(Ordered.HIGHEST_PRECEDENCE);
				registry.addInterceptor(new StepUp(logins)).order(Ordered.HIGHEST_PRECEDENCE + 1);
			}

		};
	}

	@Bean
	@Order(ORDER)
	SecurityFilterChain apiSecurity(HttpSecurity http, SecurityProblems problems) {
		return http.authorizeHttpRequests((requests) -> requests
			// What is dispatched again was let in as a request before
			.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
			.permitAll()
			.requestMatchers(OPEN)
			.permitAll()
			.anyRequest()
			.authenticated())
			.oauth2ResourceServer(
					(server) -> server.jwt((jwt) -> jwt.jwtAuthenticationConverter(CallerAuthentication::of))
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
	 * Has the entry point asked too when a token could not be verified for want of keys,
	 * which would be an error 500 otherwise.
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
