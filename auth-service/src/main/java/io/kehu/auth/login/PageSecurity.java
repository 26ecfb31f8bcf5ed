package io.kehu.auth.login;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import io.kehu.auth.factor.PasskeyLogin;
import io.kehu.auth.factor.SecondFactorFilter;
import io.kehu.auth.factor.SecondFactors;
import io.kehu.auth.session.LoginEnd;
import io.kehu.auth.session.LoginFilter;
import io.kehu.auth.session.LoginStart;
import io.kehu.auth.session.Logins;
import io.kehu.auth.throttle.Throttle;
import io.kehu.platform.security.SecurityProblems;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.WebAuthnConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.HttpMessageConverterAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsRepository;

/**
 * Configures access to the pages and the login.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

	private static final String[] PAGES = { LoginPages.ROOT, "/login/**", LoginPages.LOGOUT, "/account/**",
			"/webauthn/**" };

	private static final String[] OPEN = { LoginPages.ROOT, LoginPages.LOGIN, PageConfiguration.ASSETS,
			"/login/forgotten", "/login/reset", LoginPages.CONSENT, LoginPages.LOGOUT, "/login/webauthn",
			"/webauthn/authenticate/options" };

	private static final String[] FACTORS = { "/account/second-factor", "/webauthn/register/**" };

	@Bean
	@Order(2)
	SecurityFilterChain pages(HttpSecurity http, PageFilters filters, LoginRules rules, LoginEnd loginEnd,
			PagePolicy policy, SecurityProblems problems, PasskeyLogin passkeys,
			PublicKeyCredentialCreationOptionsRepository challenges) {
		return http.securityMatcher(PAGES)
			.authorizeHttpRequests((requests) -> guard(requests, rules))
			.addFilterAfter(filters.logins(), SecurityContextHolderFilter.class)
			.addFilterBefore(filters.throttle(), UsernamePasswordAuthenticationFilter.class)
			.addFilterAfter(filters.secondFactor(), UsernamePasswordAuthenticationFilter.class)
			.sessionManagement((sessions) -> sessions.addSessionAuthenticationStrategy(filters.start()))
			.formLogin((form) -> form.loginPage(LoginPages.LOGIN)
				.successHandler(filters.returnToRequest())
				.failureHandler(filters.refused()))
			.with(new WebAuthnConfigurer<>(),
					(webAuthn) -> webAuthn.rpName("Kehu")
						.disableDefaultRegistrationPage(true)
						.creationOptionsRepository(challenges)
						.withObjectPostProcessor(loggingIn(passkeys, filters.start())))
			.logout((logout) -> logout.addLogoutHandler(loginEnd).logoutSuccessUrl(LoginPages.LOGIN + "?logout"))
			.exceptionHandling((handling) -> {
				handling.defaultAuthenticationEntryPointFor(problems, forScripts());
				leadToMissingSteps(handling);
			})
			.headers((headers) -> strict(headers, policy))
			.build();
	}

	@Bean
	PageFilters pageFilters(Logins logins, Throttle throttle, SecondFactors factors, Clock clock,
			LoginProperties properties) {
		EvenPause pause = new EvenPause(properties.refusedAfter(), System::nanoTime, LockSupport::parkNanos);
		LoginThrottle attempts = new LoginThrottle(throttle, pause);
		SecondFactorFilter secondFactor = new SecondFactorFilter(factors, throttle, clock);
		LoginStart start = new LoginStart(logins);
		secondFactor.setSessionAuthenticationStrategy(newSession(start));
		secondFactor.setAuthenticationSuccessHandler(new ReturnToRequest((request) -> {
		}));
		return new PageFilters(new LoginFilter(logins), start, attempts, secondFactor,
				new ReturnToRequest(attempts::succeeded), new RefusedLogin(pause));
	}

	private static void guard(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
			LoginRules rules) {
		requests.requestMatchers(OPEN)
			.permitAll()
			.requestMatchers(SecondFactorFilter.PATH, LoginPages.CONTINUE)
			.authenticated()
			.requestMatchers(FACTORS)
			.access(rules.forPage(LoginRules.RECENT, LoginRules.Step.ENROLMENT))
			.requestMatchers("/account/password")
			.access(rules.forPage(null, LoginRules.Step.NEW_PASSWORD))
			.requestMatchers("/account/**")
			.access(rules.forPage(null))
			.anyRequest()
			.denyAll();
	}

	/** Scripts can't follow a redirect to the login page. */
	private static RequestMatcher forScripts() {
		MediaTypeRequestMatcher json = new MediaTypeRequestMatcher(MediaType.APPLICATION_JSON);
		json.setIgnoredMediaTypes(Set.of(MediaType.ALL));
		return json;
	}

	static void leadToMissingSteps(ExceptionHandlingConfigurer<HttpSecurity> handling) {
		for (LoginRules.Step step : LoginRules.Step.values()) {
			handling.defaultDeniedHandlerForMissingAuthority(
					(request, response, failure) -> response.sendRedirect(step.page()), step.name());
		}
	}

	static void strict(HeadersConfigurer<HttpSecurity> headers, HeaderWriter policy) {
		headers.addHeaderWriter(policy).referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER));
	}

	/** Has a login with a passkey be the same as one with a password. */
	private static ObjectPostProcessor<WebAuthnAuthenticationFilter> loggingIn(PasskeyLogin passkeys,
			LoginStart start) {
		return new ObjectPostProcessor<>() {

			@Override
			public <O extends WebAuthnAuthenticationFilter> O postProcess(O filter) {
				filter.setAuthenticationManager(passkeys);
				filter.setAuthenticationSuccessHandler(answering());
				filter.setSessionAuthenticationStrategy(newSession(start));
				return filter;
			}

		};
	}

	/**
	 * Leaves the saved request to the page that the script opens next.
	 */
	private static AuthenticationSuccessHandler answering() {
		HttpMessageConverterAuthenticationSuccessHandler handler = new HttpMessageConverterAuthenticationSuccessHandler();
		handler.setRequestCache(new NullRequestCache());
		return handler;
	}

	private static SessionAuthenticationStrategy newSession(LoginStart start) {
		return new CompositeSessionAuthenticationStrategy(List.of(new ChangeSessionIdAuthenticationStrategy(),
				new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository()), start));
	}

	/**
	 * Our filters in this chain.
	 */
	record PageFilters(LoginFilter logins, LoginStart start, LoginThrottle throttle, SecondFactorFilter secondFactor,
			ReturnToRequest returnToRequest, RefusedLogin refused) {
	}

}
