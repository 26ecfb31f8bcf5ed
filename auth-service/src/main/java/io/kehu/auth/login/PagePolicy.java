package io.kehu.auth.login;

import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * The content security policy of the pages: their own content and this server's assets.
 * <p>
 * Forms may be sent to this server only. Browsers apply that to the redirects that
 * follow, including the one to the application that waits for a login, so that its
 * registered addresses are added.
 */
@Component
class PagePolicy implements HeaderWriter {

	static final String HEADER = "Content-Security-Policy";

	private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; "
			+ "img-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

	private static final Pattern SOURCE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(//[A-Za-z0-9._:\\[\\]*-]+)?");

	private final RequestCache interrupted = new HttpSessionRequestCache();

	private final RegisteredClientRepository clients;

	PagePolicy(RegisteredClientRepository clients) {
		this.clients = clients;
	}

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		if (!response.containsHeader(HEADER)) {
			response.setHeader(HEADER, of(waitingClient(request, response)));
		}
	}

	/** Returns the policy with further places that forms may lead to. */
	static String of(String... sources) {
		return Stream.concat(Stream.of(POLICY), Arrays.stream(sources))
			.filter((source) -> !source.isEmpty())
			.collect(Collectors.joining(" "));
	}

	/** Returns the source expression of an address (CSP Level 3, section 2.3.1). */
	static String source(String address) {
		URI uri = URI.create(address);
		String source = uri.getScheme() + ":";
		if (uri.getHost() != null) {
			source += "//" + uri.getHost() + port(uri);
		}
		return SOURCE.matcher(source).matches() ? source : "";
	}

	/** Clients on the user's machine may use any port (RFC 8252, section 7.3). */
	private static String port(URI uri) {
		if ("http".equals(uri.getScheme()) && "127.0.0.1".equals(uri.getHost())) {
			return ":*";
		}
		return (uri.getPort() >= 0) ? ":" + uri.getPort() : "";
	}

	private String[] waitingClient(HttpServletRequest request, HttpServletResponse response) {
		try {
			String clientId = clientId(request, response);
			RegisteredClient client = (clientId != null) ? this.clients.findByClientId(clientId) : null;
			return (client != null)
					? client.getRedirectUris().stream().map(PagePolicy::source).distinct().toArray(String[]::new)
					: new String[0];
		}
		catch (DataAccessException | IllegalStateException ex) {
			// The strict policy is always safe
			return new String[0];
		}
	}

	private @Nullable String clientId(HttpServletRequest request, HttpServletResponse response) {
		String named = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
		if (named != null || request.getSession(false) == null) {
			return named;
		}
		SavedRequest saved = this.interrupted.getRequest(request, response);
		String[] values = (saved != null) ? saved.getParameterValues(OAuth2ParameterNames.CLIENT_ID) : null;
		return (values != null && values.length == 1) ? Objects.requireNonNull(values[0]) : null;
	}

}
