package io.kehu.auth.login;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.kehu.auth.factor.LoginEvidence;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.oauth2.core.oidc.OidcScopes;

/**
 * The {@code claims} parameter of an authorization request (OpenID Connect Core, section
 * 5.5). A claim about the user counts as a request for the scope that contains it, so
 * that it needs the same consent.
 *
 * @param scopes the scopes of the requested claims
 * @param contextClasses the values one of which the {@code acr} claim has to have, or
 * empty for any
 */
record RequestedClaims(Set<String> scopes, List<String> contextClasses) {

	static final RequestedClaims NONE = new RequestedClaims(Set.of(), List.of());

	static final String PARAMETER = "claims";

	private static final Map<String, String> SCOPES = Map.of("name", OidcScopes.PROFILE, "preferred_username",
			OidcScopes.PROFILE, "locale", OidcScopes.PROFILE, "email", OidcScopes.EMAIL, "email_verified",
			OidcScopes.EMAIL);

	/**
	 * Returns the requested claims, or none if the parameter is missing or malformed.
	 */
	static RequestedClaims of(HttpServletRequest request) {
		String parameter = request.getParameter(PARAMETER);
		RequestedClaims claims = (parameter != null) ? parse(parameter) : null;
		return (claims != null) ? claims : NONE;
	}

	/**
	 * Returns the requested claims, or null if the text is no JSON object.
	 */
	static @Nullable RequestedClaims parse(String json) {
		JsonNode claims;
		try {
			claims = JsonMapper.shared().readTree(json);
		}
		catch (JacksonException ex) {
			return null;
		}
		if (!claims.isObject()) {
			return null;
		}
		Set<String> scopes = new LinkedHashSet<>();
		Stream.of("userinfo", "id_token")
			.flatMap((place) -> claims.path(place).propertyNames().stream())
			.filter(SCOPES::containsKey)
			.forEach((claim) -> scopes.add(SCOPES.get(claim)));
		return new RequestedClaims(scopes, contextClasses(claims.path("id_token").path("acr")));
	}

	private static List<String> contextClasses(JsonNode acr) {
		if (!acr.path("essential").asBoolean(false)) {
			return List.of();
		}
		return Stream.concat(acr.path("values").valueStream(), Stream.of(acr.path("value")))
			.filter(JsonNode::isString)
			.map(JsonNode::asString)
			.toList();
	}

	/** Returns whether only a login with two factors satisfies the request. */
	boolean requiresTwoFactors() {
		return this.contextClasses.contains(LoginEvidence.TWO_FACTORS)
				&& !this.contextClasses.contains(LoginEvidence.ONE_FACTOR);
	}

	/** Returns whether no login at all can satisfy the request. */
	boolean isUnsatisfiable() {
		return !this.contextClasses.isEmpty() && !this.contextClasses.contains(LoginEvidence.TWO_FACTORS)
				&& !this.contextClasses.contains(LoginEvidence.ONE_FACTOR);
	}

}
