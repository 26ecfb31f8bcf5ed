package io.kehu.auth.login;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;

/**
 * Makes the rules for authorization requests stricter than the framework's: proof keys
 * must have their full length, and {@code openid} needs consent like any other scope,
 * since it reveals the user.
 */
final class AuthorizationRequests {

	/** The base64url encoding of a SHA-256 digest (RFC 7636, section 4.2). */
	private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

	private AuthorizationRequests() {
	}

	static void configure(List<AuthenticationProvider> providers) {
		for (AuthenticationProvider provider : providers) {
			if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
				requests.setAuthenticationValidator(new OAuth2AuthorizationCodeRequestAuthenticationValidator()
					.andThen(AuthorizationRequests::checkChallenge));
				requests.setAuthorizationConsentRequired(AuthorizationRequests::needsConsent);
			}
		}
	}

	private static void checkChallenge(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
		Object challenge = request.getAdditionalParameters().get(PkceParameterNames.CODE_CHALLENGE);
		if (challenge != null && !CHALLENGE.matcher(challenge.toString()).matches()) {
			throw new OAuth2AuthorizationCodeRequestAuthenticationException(
					new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST,
							"code_challenge must be a base64url-encoded SHA-256 digest of 43 characters.", null),
					request);
		}
	}

	private static boolean needsConsent(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		if (!context.getRegisteredClient().getClientSettings().isRequireAuthorizationConsent()) {
			return false;
		}
		OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
		OAuth2AuthorizationConsent consent = context.getAuthorizationConsent();
		Set<String> requested = request.getScopes();
		return !requested.isEmpty() && (consent == null || !consent.getScopes().containsAll(requested));
	}

}
