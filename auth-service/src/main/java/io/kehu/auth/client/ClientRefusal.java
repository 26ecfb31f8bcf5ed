package io.kehu.auth.client;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * Answers failed client authentication as specified by RFC 6749, section 5.2: with a
 * challenge when the credentials are incorrect, and with 429 after too many of them.
 */
@Component
public class ClientRefusal implements AuthenticationFailureHandler, AuthenticationEntryPoint {

	private final OAuth2ErrorHttpMessageConverter errors = new OAuth2ErrorHttpMessageConverter();

	/**
	 * Refuses a request without client authentication.
	 */
	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		onAuthenticationFailure(request, response, new OAuth2AuthenticationException(
				new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, "Client authentication is required.", null)));
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		OAuth2Error error = (failure instanceof OAuth2AuthenticationException ex) ? ex.getError()
				: new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST);
		ServletServerHttpResponse answer = new ServletServerHttpResponse(response);
		if (failure instanceof ThrottledException throttled) {
			answer.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
			answer.getHeaders()
				.set(HttpHeaders.RETRY_AFTER, Long.toString(throttled.delay().plusMillis(999).toSeconds()));
		}
		else if (OAuth2ErrorCodes.INVALID_CLIENT.equals(error.getErrorCode())) {
			answer.setStatusCode(HttpStatus.UNAUTHORIZED);
			answer.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Kehu\"");
		}
		else {
			answer.setStatusCode(HttpStatus.BAD_REQUEST);
		}
		this.errors.write(error, null, answer);
	}

}
