package io.kehu.auth.session;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Starts a login once a user has authenticated, unless the browser session has one of
 * theirs.
 */
public class LoginStart implements SessionAuthenticationStrategy {

	private final Logins logins;

	/**
	 * Creates the strategy for a chain of browser requests.
	 */
	public LoginStart(Logins logins) {
		this.logins = logins;
	}

	@Override
	public void onAuthentication(Authentication authentication, HttpServletRequest request,
			HttpServletResponse response) {
		if (authentication.getPrincipal() instanceof UserDetails user) {
			UUID userId = UUID.fromString(user.getUsername());
			if (CurrentLogin.of(request).filter((login) -> login.userId().equals(userId)).isEmpty()) {
				begin(userId, request);
			}
		}
	}

	void begin(UUID userId, HttpServletRequest request) {
		UUID id = this.logins.start(userId, request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
		new CurrentLogin(id, userId).store(request.getSession());
	}

}
