package io.kehu.platform.security;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Finds the rights that a token only refers to, because they would make it too long for
 * the header of a request.
 */
@FunctionalInterface
public interface RightsSource {

	/** The claim with the SHA-256 digest of the rights, in base64url without padding. */
	String CLAIM = "rights";

	/**
	 * Returns the rights as JSON with the members {@code roles}, {@code permissions} and
	 * {@code teams}; null if they are unknown, in which case the token is not valid. The
	 * caller of this method verifies the digest.
	 * @param token a verified token with a digest
	 * @throws IOException if they cannot be read at the moment
	 */
	@Nullable String find(Jwt token) throws IOException;

}
