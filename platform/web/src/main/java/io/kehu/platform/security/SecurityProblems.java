package io.kehu.platform.security;

import java.io.IOException;
import java.time.Duration;

import io.kehu.platform.problem.Problems;
import io.kehu.platform.token.AuthProperties;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Adds problem documents (RFC 9457) to authentication and authorization failures. Spring
 * Security sets the status and the {@code WWW-Authenticate} header (RFC 6750).
 */
public class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final String SECONDS_UNTIL_KEYS_ARE_TRIED_AGAIN = "5";

	private final BearerTokenAuthenticationEntryPoint unauthenticated = new BearerTokenAuthenticationEntryPoint();

	private final AccessDeniedHandler denied = new BearerTokenAccessDeniedHandler();

	private final JsonMapper json;

	private final ProtectedResource resource;

	SecurityProblems(JsonMapper json, AuthProperties properties) {
		this.json = json;
		this.resource = new ProtectedResource(properties);
		String metadata = properties.issuer() + ProtectedResource.PATH;
		this.unauthenticated.setResourceMetadataParameterResolver((request) -> metadata);
	}

	/** Returns the description of the resource that the challenges refer to. */
	ProtectedResource resource() {
		return this.resource;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException, ServletException {
		if (reason instanceof AuthenticationServiceException) {
			response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_KEYS_ARE_TRIED_AGAIN);
			Problems.write(request, response, this.json, "unavailable", "Tokens cannot be verified at the moment.");
			return;
		}
		if (reason instanceof InsufficientLoginException insufficient) {
			stepUp(request, response, insufficient.longest(), insufficient.acr());
			return;
		}
		this.unauthenticated.commence(request, response, reason);
		boolean presented = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
		Problems.write(request, response, this.json, "unauthenticated",
				presented ? "The access token is not valid, or has expired." : "An access token is required.");
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
			throws IOException, ServletException {
		this.denied.handle(request, response, reason);
		Problems.write(request, response, this.json, "forbidden", "Your permissions do not cover this.");
	}

	/**
	 * Requests a new login as specified by RFC 9470.
	 * @param longest the maximum age of the login
	 * @param acr the required authentication context class, or null
	 */
	private void stepUp(HttpServletRequest request, HttpServletResponse response, Duration longest,
			@Nullable String acr) throws IOException {
		response.setStatus(HttpStatus.UNAUTHORIZED.value());
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
				"Bearer error=\"insufficient_user_authentication\", error_description=\"A recent login is required\", max_age=\"%d\""
					.formatted(longest.toSeconds()) + ((acr != null) ? ", acr_values=\"" + acr + "\"" : ""));
		Problems.write(request, response, this.json, "insufficient-login",
				"This action requires a login within the last %d minutes.".formatted(longest.toMinutes()));
	}

}
