package io.kehu.platform.security;

import java.util.List;
import java.util.Map;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/**
 * Authentication for a verified access token, with its {@link Caller} as the principal
 * and one authority for each permission.
 */
class CallerAuthentication extends AbstractOAuth2TokenAuthenticationToken<Jwt> {

	CallerAuthentication(Jwt token, Caller caller, List<? extends GrantedAuthority> authorities) {
		super(token, caller, token, authorities);
		setAuthenticated(true);
	}

	/**
	 * Returns the authentication for a verified token.
	 * @throws IllegalArgumentException if the claims do not describe a caller
	 */
	static CallerAuthentication of(Jwt token, TokenRights.Content rights) {
		return new CallerAuthentication(token, Caller.of(token, rights), rights.authorities());
	}

	@Override
	public Map<String, Object> getTokenAttributes() {
		return getToken().getClaims();
	}

}
