package io.kehu.auth.token;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.auth.factor.LoginEvidence;
import io.kehu.auth.key.SigningAlgorithm;
import io.kehu.auth.key.SigningKeys;
import io.kehu.auth.right.Holder;
import io.kehu.auth.right.Rights;
import io.kehu.auth.right.RightsReader;
import io.kehu.platform.token.AuthProperties;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Fills access tokens according to RFC 9068, with the current rights of the subject.
 */
@Component
class TokenContent implements OAuth2TokenCustomizer<JwtEncodingContext> {

	private final SigningKeys keys;

	private final RightsReader rights;

	private final RightsClaims claims;

	private final AuthProperties properties;

	TokenContent(SigningKeys keys, RightsReader rights, RightsClaims claims, AuthProperties properties) {
		this.keys = keys;
		this.rights = rights;
		this.claims = claims;
		this.properties = properties;
	}

	@Override
	public void customize(JwtEncodingContext context) {
		SigningAlgorithm algorithm = algorithm(context);
		context.getJwsHeader().algorithm(algorithm.signature()).keyId(this.keys.currentKeyId(algorithm));
		Holder holder = holder(context);
		if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
			context.getJwsHeader().type("at+jwt");
			context.getClaims()
				.audience(Collections.singletonList(this.properties.audience()))
				.claim("client_id", context.getRegisteredClient().getClientId());
			context.getClaims().claims(TokenContent::joinScopes);
			OAuth2Authorization login = context.getAuthorization();
			if (login != null) {
				context.getClaims().claim("sid", login.getId());
			}
		}
		if (isForPerson(context)) {
			if (!isIdToken(context) || context.getAuthorizedScopes().contains(OidcScopes.PROFILE)) {
				context.getClaims().claim("preferred_username", holder.name());
			}
			LoginEvidence.of(principal(context))
				.ifPresent((evidence) -> context.getClaims()
					.claim("auth_time", Date.from(evidence.at()))
					.claim("acr", evidence.contextClass())
					.claim("amr", list(evidence.methods())));
		}
		if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
			this.claims.add(context.getClaims(), holder.rights());
		}
	}

	/** Services verify access tokens with a single algorithm. */
	private static SigningAlgorithm algorithm(JwtEncodingContext context) {
		return isIdToken(context)
				? SigningAlgorithm.of(context.getRegisteredClient().getTokenSettings().getIdTokenSignatureAlgorithm())
				: SigningAlgorithm.ES256;
	}

	private static boolean isIdToken(JwtEncodingContext context) {
		return OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue());
	}

	/** The claim is one string with spaces (RFC 9068, section 2.2.3). */
	private static void joinScopes(Map<String, Object> claims) {
		claims.computeIfPresent(OAuth2ParameterNames.SCOPE, (name, scopes) -> (scopes instanceof Collection<?> several)
				? several.stream().map(String::valueOf).sorted().collect(Collectors.joining(" ")) : scopes);
	}

	private static Authentication principal(JwtEncodingContext context) {
		Authentication principal = context.getPrincipal();
		return Objects.requireNonNull(principal);
	}

	private Holder holder(JwtEncodingContext context) {
		String subject = principal(context).getName();
		Optional<Holder> found = isForPerson(context) ? ofPerson(UUID.fromString(subject), context)
				: ofClient(subject, context.getAuthorizedScopes());
		return found.orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
	}

	/**
	 * Returns the rights of a partner client that acts for a user: those that both have
	 * and the user has consented to.
	 */
	private Optional<Holder> ofPerson(UUID id, JwtEncodingContext context) {
		Optional<Holder> person = this.rights.ofUser(id);
		String clientId = context.getRegisteredClient().getClientId();
		if (!clientId.startsWith(RightsReader.PARTNER)) {
			return person;
		}
		Rights own = this.rights.ofPartner(clientId).map(Holder::rights).orElse(Rights.NONE);
		return person
			.map((found) -> new Holder(found.name(), found.rights().through(own).only(context.getAuthorizedScopes())));
	}

	/**
	 * Returns the rights of a client. A partner client may request fewer than it has: its
	 * scopes are names of permissions.
	 */
	private Optional<Holder> ofClient(String clientId, Set<String> scopes) {
		if (!clientId.startsWith(RightsReader.PARTNER)) {
			return this.rights.ofClient(clientId);
		}
		Optional<Holder> holder = this.rights.ofPartner(clientId);
		return scopes.isEmpty() ? holder : holder.map((found) -> new Holder(found.name(), found.rights().only(scopes)));
	}

	/**
	 * Returns a list of a type that Spring Security can deserialize.
	 */
	private static List<String> list(Collection<String> values) {
		return new ArrayList<>(values);
	}

	private static boolean isForPerson(JwtEncodingContext context) {
		return !AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
	}

}
