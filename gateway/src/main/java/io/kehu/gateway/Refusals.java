package io.kehu.gateway;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;

/**
 * Answers a request whose token is missing or not acceptable, with the challenge of RFC
 * 6750 and a problem document.
 */
final class Refusals implements ServerAuthenticationEntryPoint {

	private final ProblemWriter problems;

	Refusals(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException reason) {
		if (reason instanceof AuthenticationServiceException) {
			return this.problems.write(exchange,
					new Problem(HttpStatus.SERVICE_UNAVAILABLE, "Tokens cannot be verified at the moment."));
		}
		BearerTokenError error = errorIn(reason);
		HttpHeaders headers = exchange.getResponse().getHeaders();
		if (error == null) {
			headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			return this.problems.write(exchange, new Problem(HttpStatus.UNAUTHORIZED, "An access token is required."));
		}
		headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"" + error.getErrorCode() + "\"");
		return this.problems.write(exchange,
				new Problem(error.getHttpStatus(), "The access token is not valid, or has expired."));
	}

	private static @Nullable BearerTokenError errorIn(AuthenticationException reason) {
		return (reason instanceof OAuth2AuthenticationException failure
				&& failure.getError() instanceof BearerTokenError error) ? error : null;
	}

}
