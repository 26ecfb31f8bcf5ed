package io.kehu.gateway;

import java.util.Set;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Removes the headers of the connection between gateway and instance from the response.
 */
final class ConnectionHeaders implements HttpHeadersFilter {

	private static final Set<String> OF_THE_CONNECTION = Set.of(HttpHeaders.CONNECTION, "Keep-Alive", HttpHeaders.TE,
			HttpHeaders.TRANSFER_ENCODING, HttpHeaders.TRAILER, HttpHeaders.UPGRADE, HttpHeaders.PROXY_AUTHENTICATE);

	@Override
	public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
		OF_THE_CONNECTION.forEach(input::remove);
		return input;
	}

	@Override
	public boolean supports(Type type) {
		return type == Type.RESPONSE;
	}

}
