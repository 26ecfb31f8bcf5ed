package io.kehu.auth.session;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Records the login in which a client was granted a code, so that the grant ends with the
 * login.
 */
@Component
class GrantListener {

	private static final OAuth2TokenType CODE = new OAuth2TokenType(OAuth2ParameterNames.CODE);

	private final OAuth2AuthorizationService authorizations;

	private final Logins logins;

	GrantListener(OAuth2AuthorizationService authorizations, Logins logins) {
		this.authorizations = authorizations;
		this.logins = logins;
	}

	@EventListener
	void granted(AuthenticationSuccessEvent event) {
		if (event.getAuthentication() instanceof OAuth2AuthorizationCodeRequestAuthenticationToken granted
				&& granted.getAuthorizationCode() != null) {
			OAuth2Authorization authorization = this.authorizations
				.findByToken(granted.getAuthorizationCode().getTokenValue(), CODE);
			if (authorization != null
					&& RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
				note(attributes.getRequest(), authorization.getId());
			}
		}
	}

	private void note(HttpServletRequest request, String authorizationId) {
		CurrentLogin login = CurrentLogin.of(request)
			.orElseThrow(() -> new IllegalStateException("A grant without a login"));
		this.logins.grant(login.id(), authorizationId);
	}

}
