package io.kehu.auth.session;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ignores the sessions of ended logins. The database is asked for each request, so that
 * an ended login is over immediately, whatever Redis holds.
 */
public class LoginFilter extends OncePerRequestFilter {

	private final Logins logins;

	private final LoginStart start;

	/**
	 * Creates the filter for a chain of browser requests.
	 */
	public LoginFilter(Logins logins) {
		this.logins = logins;
		this.start = new LoginStart(logins);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		if (session != null) {
			person().ifPresent((userId) -> follow(userId, request, session));
		}
		chain.doFilter(request, response);
	}

	private void follow(UUID userId, HttpServletRequest request, HttpSession session) {
		Optional<CurrentLogin> known = CurrentLogin.of(request).filter((login) -> login.userId().equals(userId));
		if (known.isEmpty()) {
			this.start.begin(userId, request);
		}
		else if (!this.logins.isOpen(known.get().id(), userId, request.getRemoteAddr())) {
			session.invalidate();
			SecurityContextHolder.clearContext();
		}
	}

	private static Optional<UUID> person() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.isAuthenticated()
				&& authentication.getPrincipal() instanceof UserDetails user)
						? Optional.of(UUID.fromString(user.getUsername())) : Optional.empty();
	}

}
