package io.kehu.auth.session;

import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * What a browser's session knows of its login.
 *
 * @param id the login's id
 * @param userId whose login it is
 */
public record CurrentLogin(UUID id, UUID userId) implements Serializable {

	@Serial
	private static final long serialVersionUID = 1;

	private static final String ATTRIBUTE = "io.kehu.login";

	/**
	 * Returns the login of the browser that asks.
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
