package io.kehu.auth.login;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Turns an authorization request that a client sends with POST (OpenID Connect Core,
 * section 3.1.2.1) into the same one with GET, so that it survives a login. Browsers also
 * send the cookie of the session only then, if the form is on a page of the client.
 */
class PostedRequests extends OncePerRequestFilter {

	/** Parameters of an authorization request that the consent form doesn't have. */
	private static final Set<String> DISTINCTIVE = Set.of("response_type", "redirect_uri", "request", "request_uri",
			"code_challenge", "nonce", "prompt");

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.POST.matches(request.getMethod())
				|| !request.getRequestURI().equals(AuthorizationServerConfiguration.AUTHORIZE)
				|| DISTINCTIVE.stream().noneMatch((name) -> request.getParameter(name) != null);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String query = request.getParameterMap()
			.entrySet()
			.stream()
			.flatMap((parameter) -> Arrays.stream(parameter.getValue())
				.map((value) -> encoded(parameter.getKey()) + "=" + encoded(value)))
			.collect(Collectors.joining("&"));
		response.setStatus(HttpServletResponse.SC_SEE_OTHER);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader(HttpHeaders.LOCATION, AuthorizationServerConfiguration.AUTHORIZE + "?" + query);
	}

	private static String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
