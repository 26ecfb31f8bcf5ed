package io.kehu.auth.client;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Authenticates public clients for refresh and revocation. They have neither a secret nor
 * a proof key at that point; the refresh token works once and only for the client that it
 * was issued to.
 */
class RefreshingPublicClient implements AuthenticationConverter, AuthenticationProvider {

	private static final String REVOCATION = "/oauth2/revoke";

	private final RegisteredClientRepository clients;

	RefreshingPublicClient(RegisteredClientRepository clients) {
		this.clients = clients;
	}

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		String[] ids = request.getParameterValues(OAuth2ParameterNames.CLIENT_ID);
		boolean anonymous = request.getHeader(HttpHeaders.AUTHORIZATION) == null
				&& request.getParameter(OAuth2ParameterNames.CLIENT_SECRET) == null
				&& request.getParameter(OAuth2ParameterNames.CLIENT_ASSERTION) == null;
		boolean without = "refresh_token".equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE))
				|| request.getRequestURI().endsWith(REVOCATION);
		return (anonymous && without && ids != null && ids.length == 1) ? new Claimed(ids[0]) : null;
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) throws AuthenticationException {
		if (!(authentication instanceof Claimed claimed)) {
			return null;
		}
		RegisteredClient client = this.clients.findByClientId(claimed.getName());
		if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
		}
		return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return Claimed.class.isAssignableFrom(authentication);
	}

	/**
	 * The client id that a public client presents.
	 */
	private static final class Claimed extends OAuth2ClientAuthenticationToken {

		private static final long serialVersionUID = 1L;

		Claimed(String clientId) {
			super(clientId, ClientAuthenticationMethod.NONE, null, Map.of());
		}

	}

}
