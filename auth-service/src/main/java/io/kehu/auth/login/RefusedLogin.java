package io.kehu.auth.login;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/**
 * Shows the login page again after a wrong name or password, each time as late as the
 * others: hashes of an older system take another time than ours. One that could not be
 * checked is a failure of ours, and is never called wrong.
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
