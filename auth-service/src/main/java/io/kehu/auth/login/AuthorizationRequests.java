package io.kehu.auth.login;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeRequestAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/**
 * The rules for authorization requests that the framework doesn't have: parameters of
 * OpenID Connect are honoured or refused by their own error, proof keys must have their
 * full length, and {@code openid} needs consent like any other scope, since it reveals
 * the user.
 */
@Component
class AuthorizationRequests {

	static final String RESPONSE_MODE = "response_mode";

	static final String ID_TOKEN_HINT = "id_token_hint";

	/** The base64url encoding of a SHA-256 digest (RFC 7636, section 4.2). */
	private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

	private final RegisteredClientRepository clients;

	private final IdTokenHint hints;

	AuthorizationRequests(RegisteredClientRepository clients, IdTokenHint hints) {
		this.clients = clients;
		this.hints = hints;
	}

	void validate(List<AuthenticationProvider> providers) {
		for (AuthenticationProvider provider : providers) {
			if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
				requests.setAuthenticationValidator(
						new OAuth2AuthorizationCodeRequestAuthenticationValidator().andThen(this::check));
				requests.setAuthorizationConsentRequired(AuthorizationRequests::needsConsent);
			}
		}
	}

	void convert(List<AuthenticationConverter> converters) {
		converters
			.replaceAll((converter) -> (converter instanceof OAuth2AuthorizationCodeRequestAuthenticationConverter)
					? (request) -> withRequestedClaims(converter, request) : converter);
	}

	private @Nullable Authentication withRequestedClaims(AuthenticationConverter converter,
			HttpServletRequest request) {
		if (request.getParameter("request_uri") != null) {
			throw new OAuth2AuthorizationCodeRequestAuthenticationException(
					new OAuth2Error("request_uri_not_supported", "request_uri is not supported.", null), null);
		}
		Authentication converted = converter.convert(request);
		Set<String> claimed = RequestedClaims.of(request).scopes();
		if (claimed.isEmpty() || !(converted instanceof OAuth2AuthorizationCodeRequestAuthenticationToken asked)) {
			return converted;
		}
		RegisteredClient client = this.clients.findByClientId(asked.getClientId());
		Set<String> scopes = new HashSet<>(asked.getScopes());
		claimed.stream().filter((scope) -> client != null && client.getScopes().contains(scope)).forEach(scopes::add);
		return new OAuth2AuthorizationCodeRequestAuthenticationToken(asked.getAuthorizationUri(), asked.getClientId(),
				(Authentication) asked.getPrincipal(), asked.getRedirectUri(), asked.getState(), scopes,
				asked.getAdditionalParameters());
	}

	private void check(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
		OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
		Map<String, Object> parameters = request.getAdditionalParameters();
		refuseIf(parameters.containsKey("request"), request, "request_not_supported", "request is not supported.");
		refuseIf(parameters.containsKey("registration"), request, "registration_not_supported",
				"registration is not supported.");
		Object mode = parameters.getOrDefault(RESPONSE_MODE, ResponseMode.QUERY.value());
		refuseIf(ResponseMode.of(mode) == null, request, OAuth2ErrorCodes.INVALID_REQUEST,
				"response_mode must be query or form_post.");
		Object challenge = parameters.get(PkceParameterNames.CODE_CHALLENGE);
		refuseIf(challenge != null && !CHALLENGE.matcher(challenge.toString()).matches(), request,
				OAuth2ErrorCodes.INVALID_REQUEST,
				"code_challenge must be a base64url-encoded SHA-256 digest of 43 characters.");
		Object age = parameters.get("max_age");
		refuseIf(age != null && !SECONDS.matcher(age.toString()).matches(), request, OAuth2ErrorCodes.INVALID_REQUEST,
				"max_age must be a number of seconds.");
		checkClaims(request, parameters.get(RequestedClaims.PARAMETER));
		checkHint(request, parameters.get(ID_TOKEN_HINT));
	}

	private static void checkClaims(OAuth2AuthorizationCodeRequestAuthenticationToken request, @Nullable Object text) {
		if (text != null) {
			RequestedClaims claims = RequestedClaims.parse(text.toString());
			refuseIf(claims == null, request, OAuth2ErrorCodes.INVALID_REQUEST, "claims must be a JSON object.");
			refuseIf(claims != null && claims.isUnsatisfiable(), request, "unmet_authentication_requirements",
					"None of the essential acr values is supported.");
		}
	}

	/**
	 * Another user than the one that the client expects has to log in first.
	 */
	private void checkHint(OAuth2AuthorizationCodeRequestAuthenticationToken request, @Nullable Object hint) {
		if (hint != null) {
			String expected = this.hints.verify(hint.toString())
				.filter((claims) -> claims.getAudience().contains(request.getClientId()))
				.map((claims) -> claims.getSubject())
				.orElse(null);
			refuseIf(expected == null, request, OAuth2ErrorCodes.INVALID_REQUEST,
					"id_token_hint is not an ID token of this client.");
			Authentication person = (Authentication) request.getPrincipal();
			boolean known = person.isAuthenticated() && !(person instanceof AnonymousAuthenticationToken);
			refuseIf(known && !person.getName().equals(expected), request, "login_required",
					"The user of the id_token_hint is not logged in.");
		}
	}

	private static void refuseIf(boolean condition, OAuth2AuthorizationCodeRequestAuthenticationToken request,
			String code, String description) {
		if (condition) {
			throw new OAuth2AuthorizationCodeRequestAuthenticationException(new OAuth2Error(code, description, null),
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
		boolean asksAgain = Arrays
			.asList(String.valueOf(request.getAdditionalParameters().getOrDefault("prompt", "")).split(" "))
			.contains("consent");
		return !requested.isEmpty() && (asksAgain || consent == null || !consent.getScopes().containsAll(requested));
	}

}
