package io.kehu.auth.login;

import java.io.IOException;
import java.util.function.Consumer;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Redirects a browser to the request that required the login, by path and query only:
 * whatever host name this process was reached by, the browser stays on the one it uses.
 */
class ReturnToRequest extends SavedRequestAwareAuthenticationSuccessHandler {

	private final Consumer<HttpServletRequest> succeeded;

	ReturnToRequest(Consumer<HttpServletRequest> succeeded) {
		this.succeeded = succeeded;
		setRedirectStrategy(ReturnToRequest::redirect);
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws ServletException, IOException {
		this.succeeded.accept(request);
		super.onAuthenticationSuccess(request, response, authentication);
	}

	static void redirect(HttpServletRequest request, HttpServletResponse response, String url) {
		UriComponents address = UriComponentsBuilder.fromUriString(url).build();
		String path = (address.getPath() != null) ? address.getPath().replaceFirst("^/*", "/") : "/";
		response.setStatus(HttpServletResponse.SC_FOUND);
		response.setHeader("Location", (address.getQuery() != null) ? path + "?" + address.getQuery() : path);
	}

}
