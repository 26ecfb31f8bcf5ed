package io.kehu.auth.login;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.kehu.platform.token.AuthProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Answers authorization requests: with a code or an error for the client, which names the
 * issuer (RFC 9207), or with a page that names the reason if the request doesn't show
 * reliably which client it came from.
 */
@Component
class AuthorizationAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private static final OAuth2TokenType CODE = new OAuth2TokenType(OAuth2ParameterNames.CODE);

	private final OAuth2AuthorizationService authorizations;

	private final RedirectTargets targets;

	private final ClientResponse client;

	private final RefusalPage page;

	private final AuthProperties properties;

	AuthorizationAnswers(OAuth2AuthorizationService authorizations, RedirectTargets targets, ClientResponse client,
			RefusalPage page, AuthProperties properties) {
		this.authorizations = authorizations;
		this.targets = targets;
		this.client = client;
		this.page = page;
		this.properties = properties;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		OAuth2AuthorizationCodeRequestAuthenticationToken granted = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
		String code = Objects.requireNonNull(granted.getAuthorizationCode()).getTokenValue();
		this.client.send(response, mode(request, HttpMethod.POST.matches(request.getMethod()) ? stored(code) : null),
				Objects.requireNonNull(granted.getRedirectUri()),
				parameters(Map.of(OAuth2ParameterNames.CODE, code), granted.getState()));
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		OAuth2AuthorizationCodeRequestAuthenticationException failure = (OAuth2AuthorizationCodeRequestAuthenticationException) exception;
		OAuth2AuthorizationCodeRequestAuthenticationToken asked = failure.getAuthorizationCodeRequestAuthentication();
		String target = (asked != null) ? asked.getRedirectUri() : this.targets.find(request);
		OAuth2Error error = failure.getError();
		if (target == null || target.isBlank()) {
			this.page.write(request, response, error);
			return;
		}
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put(OAuth2ParameterNames.ERROR, error.getErrorCode());
		if (error.getDescription() != null) {
			parameters.put(OAuth2ParameterNames.ERROR_DESCRIPTION, error.getDescription());
		}
		this.client.send(response, mode(request, (asked != null) ? asked.getAdditionalParameters() : null), target,
				parameters(parameters,
						(asked != null) ? asked.getState() : request.getParameter(OAuth2ParameterNames.STATE)));
	}

	private Map<String, String> parameters(Map<String, String> outcome, @Nullable String state) {
		Map<String, String> parameters = new LinkedHashMap<>(outcome);
		if (state != null && !state.isEmpty()) {
			parameters.put(OAuth2ParameterNames.STATE, state);
		}
		parameters.put("iss", this.properties.issuer());
		return parameters;
	}

	/** Returns the requested mode; after the consent page only the grant has it. */
	private static ResponseMode mode(HttpServletRequest request, @Nullable Map<String, Object> granted) {
		Object requested = request.getParameter(AuthorizationRequests.RESPONSE_MODE);
		if (requested == null && granted != null) {
			requested = granted.get(AuthorizationRequests.RESPONSE_MODE);
		}
		ResponseMode mode = (requested != null) ? ResponseMode.of(requested) : null;
		return (mode != null) ? mode : ResponseMode.QUERY;
	}

	/** Returns the further parameters of the request that a code was issued for. */
	private @Nullable Map<String, Object> stored(String code) {
		OAuth2Authorization authorization = this.authorizations.findByToken(code, CODE);
		OAuth2AuthorizationRequest stored = (authorization != null)
				? authorization.getAttribute(OAuth2AuthorizationRequest.class.getName()) : null;
		return (stored != null) ? stored.getAdditionalParameters() : null;
	}

}
