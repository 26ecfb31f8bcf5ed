package io.kehu.auth.login;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/**
 * Redirects to the login page after incorrect credentials. All refusals take equally
 * long, because hashes of legacy systems take a different time than ours. Failures of
 * this service are rethrown and not reported as incorrect credentials.
 */
class RefusedLogin extends SimpleUrlAuthenticationFailureHandler {

	private final EvenPause pause;

	RefusedLogin(EvenPause pause) {
		super(LoginPages.LOGIN + "?error");
		this.pause = pause;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException, ServletException {
		if (failure instanceof AuthenticationServiceException) {
			throw failure;
		}
		this.pause.until(request);
		super.onAuthenticationFailure(request, response, failure);
	}

}
