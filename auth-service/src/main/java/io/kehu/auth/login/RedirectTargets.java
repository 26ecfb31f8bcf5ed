package io.kehu.auth.login;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Finds where to send the error of a request that the framework couldn't read completely.
 */
@Component
class RedirectTargets {

	private static final Authentication NOBODY = new AnonymousAuthenticationToken(RedirectTargets.class.getName(),
			"nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	private final RegisteredClientRepository clients;

	RedirectTargets(RegisteredClientRepository clients) {
		this.clients = clients;
	}

	/**
	 * Returns the redirect URI if the client has registered it and nothing about the
	 * request is ambiguous, or null.
	 */
	@Nullable String find(HttpServletRequest request) {
		String clientId = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
		String redirectUri = request.getParameter(OAuth2ParameterNames.REDIRECT_URI);
		boolean ambiguous = request.getParameterMap().values().stream().anyMatch((values) -> values.length != 1);
		RegisteredClient client = (clientId != null && redirectUri != null && !ambiguous)
				? this.clients.findByClientId(clientId) : null;
		return (client != null && isRegistered(client, redirectUri)) ? redirectUri : null;
	}

	private static boolean isRegistered(RegisteredClient client, String redirectUri) {
		OAuth2AuthorizationCodeRequestAuthenticationToken request = new OAuth2AuthorizationCodeRequestAuthenticationToken(
				AuthorizationServerConfiguration.AUTHORIZE, client.getClientId(), NOBODY, redirectUri, null, Set.of(),
				null);
		try {
			OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_REDIRECT_URI_VALIDATOR.accept(
					OAuth2AuthorizationCodeRequestAuthenticationContext.with(request).registeredClient(client).build());
			return true;
		}
		catch (OAuth2AuthenticationException ex) {
			return false;
		}
	}

}
