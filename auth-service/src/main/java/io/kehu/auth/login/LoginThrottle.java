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
 * Throttles login attempts before the password is checked: by user name, whether it
 * exists or not, and by address.
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
	 * Resets the attempts that led to a successful login.
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
