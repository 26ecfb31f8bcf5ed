package io.kehu.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Reads the access token of the {@code Authorization} header (RFC 6750, section 2.1)
 * without a regular expression, which would take a tenth of the time of a small request.
 */
final class BearerTokens implements BearerTokenResolver {

	private static final String SCHEME = "Bearer";

	@Override
	public @Nullable String resolve(HttpServletRequest request) {
		String value = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (value == null || !value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
			return null;
		}
		int start = SCHEME.length() + 1;
		if (value.length() <= start || value.charAt(SCHEME.length()) != ' ' || !isToken(value, start)) {
			throw new OAuth2AuthenticationException(BearerTokenErrors.invalidToken("Bearer token is malformed"));
		}
		return value.substring(start);
	}

	/** Returns whether the rest of the value is a {@code b64token}. */
	private static boolean isToken(String value, int start) {
		int end = value.length();
		while (end > start && value.charAt(end - 1) == '=') {
			end--;
		}
		for (int i = start; i < end; i++) {
			if (!isTokenCharacter(value.charAt(i))) {
				return false;
			}
		}
		return end > start;
	}

	private static boolean isTokenCharacter(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~+/".indexOf(c) >= 0;
	}

}
