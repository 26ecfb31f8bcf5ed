package io.kehu.auth.session;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Ends the login, and everything granted in it, on logout.
 */
@Component
public class LoginEnd implements LogoutHandler {

	private final Logins logins;

	LoginEnd(Logins logins) {
		this.logins = logins;
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		CurrentLogin.of(request).ifPresent((login) -> {
			if (this.logins.end(login.userId(), login.id())) {
				this.logins.note("user.logged-out", login.userId(), Map.of("login", login.id()));
			}
		});
	}

}
