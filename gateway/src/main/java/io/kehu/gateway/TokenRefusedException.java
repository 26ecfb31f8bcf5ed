package io.kehu.gateway;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Thrown when the access token is missing or invalid; carries the challenge defined in
 * RFC 6750.
 */
final class TokenRefusedException extends ResponseStatusException {

	private static final long serialVersionUID = 1L;

	private final String challenge;

	private TokenRefusedException(String challenge, String detail, @Nullable Throwable cause) {
		super(HttpStatus.UNAUTHORIZED, detail, cause);
		this.challenge = challenge;
	}

	static TokenRefusedException missing() {
		return new TokenRefusedException("Bearer", "An access token is required.", null);
	}

	static TokenRefusedException invalid(@Nullable Throwable cause) {
		return new TokenRefusedException("Bearer error=\"invalid_token\"",
				"The access token is invalid or has expired.", cause);
	}

	@Override
	public HttpHeaders getHeaders() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.WWW_AUTHENTICATE, this.challenge);
		return headers;
	}

}
