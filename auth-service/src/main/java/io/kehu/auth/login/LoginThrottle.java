package io.kehu.auth.login;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

import io.kehu.auth.throttle.Guess;
import io.kehu.auth.throttle.Throttle;
import io.kehu.auth.user.Accounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has logins wait that come too often, before anybody looks at the password: by the name
 * that is typed, whether there is such an account or not, and by the address they come
 * from.
 */
class LoginThrottle extends OncePerRequestFilter {

	private static final RequestMatcher LOGINS = PathPatternRequestMatcher.pathPattern(HttpMethod.POST,
			LoginPages.LOGIN);

	private final Throttle throttle;

	private final EvenPause pause;

	LoginThrottle(Throttle throttle, EvenPause pause) {
		this.throttle = throttle;
		this.pause = pause;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !LOGINS.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Duration wait = this.throttle.attempt(Guess.ADDRESS, request.getRemoteAddr());
		if (wait.isZero()) {
			wait = this.throttle.attempt(Guess.ACCOUNT, username(request));
		}
		if (wait.isZero()) {
			this.pause.begin(request);
			chain.doFilter(request, response);
			return;
		}
		response.setHeader("Location", LoginPages.LOGIN + "?wait=" + wait.plusMillis(999).toSeconds());
		response.setStatus(HttpServletResponse.SC_FOUND);
	}

	/**
	 * Forgets the attempts that led to this login.
	 */
	void succeeded(HttpServletRequest request) {
		this.throttle.succeeded(Guess.ADDRESS, request.getRemoteAddr());
		this.throttle.succeeded(Guess.ACCOUNT, username(request));
	}

	private static String username(HttpServletRequest request) {
		return Accounts.normalized(Objects.requireNonNullElse(
				request.getParameter(UsernamePasswordAuthenticationFilter.SPRING_SECURITY_FORM_USERNAME_KEY), ""));
	}

}
