package io.kehu.auth.login;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/**
 * Shows the login page again after a wrong name or password; one that could not be
 * checked is a failure of ours, and is never called wrong.
 */
class RefusedLogin extends SimpleUrlAuthenticationFailureHandler {

	RefusedLogin() {
		super(LoginPages.LOGIN + "?error");
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException, ServletException {
		if (failure instanceof AuthenticationServiceException) {
			throw failure;
		}
		super.onAuthenticationFailure(request, response, failure);
	}

}
