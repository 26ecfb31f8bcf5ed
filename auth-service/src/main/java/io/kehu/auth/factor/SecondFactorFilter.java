package io.kehu.auth.factor;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.kehu.auth.throttle.Guess;
import io.kehu.auth.throttle.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Checks the second factor of a user who has passed the first one, and adds it to the
 * login.
 */
public final class SecondFactorFilter extends AbstractAuthenticationProcessingFilter {

	/** The path that codes are posted to. */
	public static final String PATH = "/login/second-factor";

	private final SecondFactors factors;

	private final Throttle throttle;

	private final Clock clock;

	/**
	 * Creates the filter.
	 */
	public SecondFactorFilter(SecondFactors factors, Throttle throttle, Clock clock) {
		super(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, PATH));
		this.factors = factors;
		this.throttle = throttle;
		this.clock = clock;
		setAuthenticationManager((authentication) -> authentication);
		setSecurityContextRepository(new HttpSessionSecurityContextRepository());
		setAuthenticationFailureHandler((request, response, failure) -> response.sendRedirect(
				PATH + ((failure instanceof LockedException wait) ? "?wait=" + wait.getMessage() : "?error")));
		setMfaEnabled(true);
	}

	@Override
	public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response)
			throws AuthenticationException {
		Authentication first = SecurityContextHolder.getContext().getAuthentication();
		if (first == null || !(first.getPrincipal() instanceof UserDetails user)) {
			throw new InsufficientAuthenticationException("A password is required first");
		}
		Duration wait = this.throttle.attempt(Guess.FACTOR, user.getUsername());
		if (!wait.isZero()) {
			throw new LockedException(Long.toString(wait.plusMillis(999).toSeconds()));
		}
		String code = Objects.requireNonNullElse(request.getParameter("code"), "");
		Proof proof = this.factors.prove(UUID.fromString(user.getUsername()), code)
			.orElseThrow(() -> new BadCredentialsException("Incorrect code"));
		this.throttle.succeeded(Guess.FACTOR, user.getUsername());
		return UsernamePasswordAuthenticationToken.authenticated(user, null, List.of(granted(proof)));
	}

	private FactorGrantedAuthority granted(Proof proof) {
		return FactorGrantedAuthority.withAuthority(proof.authority()).issuedAt(this.clock.instant()).build();
	}

}
