package io.kehu.platform.token;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Determines whether a token was revoked before it expired.
 */
@FunctionalInterface
public interface RevocationCheck {

	/**
	 * Returns whether the token counts no more; asked for every request.
	 * @throws JwtException when that cannot be known
	 */
	boolean isRevoked(Jwt token);

	/**
	 * Returns all by which a token can be revoked: its subject, its client, the login
	 * that it comes from, and its own id; never null.
	 */
	static Collection<String> ids(Jwt token) {
		return Stream
			.of(token.getSubject(), token.getClaimAsString("client_id"), token.getClaimAsString("sid"), token.getId())
			.filter(Objects::nonNull)
			.toList();
	}

}
