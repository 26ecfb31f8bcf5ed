package io.kehu.auth.login;

import java.io.IOException;

import io.kehu.auth.session.LoginEnd;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.CompositeLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Answers logouts that clients request (OpenID Connect RP-Initiated Logout). Only an ID
 * token of the user's current login logs out without a question.
 */
@Component
class LogoutAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private final OidcLogoutAuthenticationSuccessHandler backToTheClient = new OidcLogoutAuthenticationSuccessHandler();

	private final LogoutHandler logout;

	private final IdTokenHint hints;

	private final RefusalPage page;

	LogoutAnswers(LoginEnd loginEnd, IdTokenHint hints, RefusalPage page) {
		this.logout = new CompositeLogoutHandler(loginEnd, new SecurityContextLogoutHandler());
		this.backToTheClient.setLogoutHandler(this.logout);
		this.hints = hints;
		this.page = page;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException, ServletException {
		OidcLogoutAuthenticationToken asked = (OidcLogoutAuthenticationToken) authentication;
		if (StringUtils.hasText(asked.getPostLogoutRedirectUri())) {
			this.backToTheClient.onAuthenticationSuccess(request, response, authentication);
			return;
		}
		this.logout.logout(request, response, (Authentication) asked.getPrincipal());
		redirect(response, LoginPages.LOGIN + "?logout");
	}

	/**
	 * Asks the user if the client sent no ID token, or one of an earlier login.
	 */
	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		String hint = request.getParameter(AuthorizationRequests.ID_TOKEN_HINT);
		OAuth2AuthenticationException failure = (OAuth2AuthenticationException) exception;
		boolean aboutTheHint = String.valueOf(failure.getError().getDescription())
			.endsWith(AuthorizationRequests.ID_TOKEN_HINT);
		if (!StringUtils.hasText(hint) || (aboutTheHint && this.hints.verify(hint).isPresent())) {
			redirect(response, LoginPages.LOGOUT);
			return;
		}
		this.page.write(request, response, failure.getError());
	}

	private static void redirect(HttpServletResponse response, String path) {
		response.setStatus(HttpServletResponse.SC_FOUND);
		response.setHeader(HttpHeaders.LOCATION, path);
	}

}
