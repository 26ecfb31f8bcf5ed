package io.kehu.auth.session;

import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * The login of a browser session.
 *
 * @param id the id of the login
 * @param userId the id of the user
 */
public record CurrentLogin(UUID id, UUID userId) implements Serializable {

	@Serial
	private static final long serialVersionUID = 1;

	private static final String ATTRIBUTE = "io.kehu.login";

	/**
	 * Returns the login of the requesting browser.
	 */
	public static Optional<CurrentLogin> of(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null && session.getAttribute(ATTRIBUTE) instanceof CurrentLogin login) ? Optional.of(login)
				: Optional.empty();
	}

	void store(HttpSession session) {
		session.setAttribute(ATTRIBUTE, this);
	}

}
