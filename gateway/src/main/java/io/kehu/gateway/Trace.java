package io.kehu.gateway;

import java.util.List;

import io.kehu.platform.trace.TraceParent;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * The gateway's place in a request's trace: the caller's trace, or a new one when it sent
 * none that is valid.
 */
final class Trace {

	private static final String ATTRIBUTE = Trace.class.getName();

	private Trace() {
	}

	static TraceParent of(ServerWebExchange exchange) {
		TraceParent known = exchange.getAttribute(ATTRIBUTE);
		return (known != null) ? known : keep(exchange, begin(caller(exchange.getRequest().getHeaders())));
	}

	static TraceParent keep(ServerWebExchange exchange, TraceParent place) {
		exchange.getAttributes().put(ATTRIBUTE, place);
		return place;
	}

	/** Goes on from the caller's place, without anyone to record it. */
	static TraceParent begin(@Nullable TraceParent caller) {
		return (caller != null) ? caller.next() : TraceParent.begin();
	}

	/** The caller's place; none when it claims two. */
	static @Nullable TraceParent caller(HttpHeaders headers) {
		List<String> claimed = headers.get(TraceParent.HEADER);
		return (claimed != null && claimed.size() == 1) ? TraceParent.parse(claimed.get(0)) : null;
	}

}
