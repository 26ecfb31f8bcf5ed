package io.kehu.gateway;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.kehu.gateway.session.SessionCookies;
import io.kehu.platform.link.LinkIdentity;
import io.kehu.platform.link.LinkPeers;
import io.kehu.platform.trace.TraceParent;
import org.jspecify.annotations.Nullable;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Builds the headers sent to an instance in one pass: without those of the client's
 * connection and of its session, with verified forwarding information, and with the
 * trace.
 * <p>
 * Replaces Spring Cloud Gateway's chain of header filters, each of which copies all
 * headers.
 */
final class RequestHeaders implements HttpHeadersFilter {

	static final String FORWARDED_FOR = "x-forwarded-for";

	static final String FORWARDED_HOST = "x-forwarded-host";

	static final String FORWARDED_PORT = "x-forwarded-port";

	static final String FORWARDED_PROTO = "x-forwarded-proto";

	private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "keep-alive", "proxy-connection",
			"transfer-encoding", "te", "trailer", "upgrade", "proxy-authorization", "proxy-authenticate", "host",
			LinkPeers.HEADER.toLowerCase(Locale.ROOT));

	private static final Set<String> OF_PROXIES = Set.of("forwarded", FORWARDED_FOR, FORWARDED_HOST, FORWARDED_PORT,
			FORWARDED_PROTO, "x-forwarded-prefix", "x-forwarded-ssl", "x-forwarded-by", "x-real-ip");

	private final TrustedPeers trusted;

	private final @Nullable LinkIdentity identity;

	/**
	 * Creates the filter.
	 * @param trusted the proxies in front of the gateway
	 * @param identity proves to the services that the gateway has forwarded a request, or
	 * null if they need no proof
	 */
	RequestHeaders(TrustedPeers trusted, @Nullable LinkIdentity identity) {
		this.trusted = trusted;
		this.identity = identity;
	}

	@Override
	public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		boolean trustedPeer = this.trusted.include(request.getRemoteAddress());
		Set<String> named = namedByConnection(input);
		HttpHeaders output = new HttpHeaders();
		input.forEach((name, values) -> {
			String lowerCase = name.toLowerCase(Locale.ROOT);
			if (!OF_THE_CONNECTION.contains(lowerCase) && (trustedPeer || !OF_PROXIES.contains(lowerCase))
					&& !TraceParent.HEADER.equals(lowerCase) && !named.contains(lowerCase)) {
				output.put(name, values);
			}
		});
		keepCookiesOfServices(output);
		String token = TokenCheck.tokenOfSession(exchange);
		if (token != null) {
			output.setBearerAuth(token);
		}
		forward(request, output);
		Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		if (this.identity != null && route != null) {
			output.set(LinkPeers.HEADER, this.identity.authorization(route.getUri().getHost()));
		}
		trace(exchange, input, output);
		return output;
	}

	private static Set<String> namedByConnection(HttpHeaders input) {
		String connection = input.getFirst(HttpHeaders.CONNECTION);
		if (connection == null || connection.equalsIgnoreCase("keep-alive") || connection.equalsIgnoreCase("close")) {
			return Set.of();
		}
		return Set
			.copyOf(input.getConnection().stream().map((name) -> name.toLowerCase(Locale.ROOT)).distinct().toList());
	}

	private static void keepCookiesOfServices(HttpHeaders output) {
		List<String> cookies = output.get(HttpHeaders.COOKIE);
		if (cookies != null) {
			List<String> kept = SessionCookies.withoutOwn(cookies);
			if (kept.isEmpty()) {
				output.remove(HttpHeaders.COOKIE);
			}
			else {
				output.put(HttpHeaders.COOKIE, kept);
			}
		}
	}

	private void forward(ServerHttpRequest request, HttpHeaders output) {
		URI uri = request.getURI();
		String route = this.trusted.routeOf(request)
			.stream()
			.map(InetAddress::getHostAddress)
			.collect(Collectors.joining(", "));
		output.set(FORWARDED_FOR, route.isEmpty() ? "unknown" : route);
		String host = request.getHeaders().getFirst(HttpHeaders.HOST);
		keepLast(output, FORWARDED_PROTO, uri.getScheme());
		keepLast(output, FORWARDED_HOST, (host != null) ? host : uri.getAuthority());
		keepLast(output, FORWARDED_PORT, Integer.toString(portOf(uri)));
	}

	/** The last entry is that of the trusted peer; earlier ones may be the client's. */
	private static void keepLast(HttpHeaders output, String name, @Nullable String otherwise) {
		List<String> entries = TrustedPeers.entries(output, name);
		String value = entries.isEmpty() ? otherwise : entries.get(entries.size() - 1);
		if (value != null) {
			output.set(name, value);
		}
	}

	private static int portOf(URI uri) {
		if (uri.getPort() >= 0) {
			return uri.getPort();
		}
		return "https".equals(uri.getScheme()) ? 443 : 80;
	}

	/** The trace state is only valid together with the parent that it was sent with. */
	private static void trace(ServerWebExchange exchange, HttpHeaders input, HttpHeaders output) {
		output.put(TraceParent.HEADER, List.of(Trace.of(exchange).header()));
		if (output.containsHeader(TraceParent.STATE_HEADER) && Trace.caller(input) == null) {
			output.remove(TraceParent.STATE_HEADER);
		}
	}

}
