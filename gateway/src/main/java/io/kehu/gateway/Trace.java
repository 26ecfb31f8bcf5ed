package io.kehu.gateway;

import java.util.List;

import io.kehu.platform.trace.TraceParent;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Determines the gateway's position in the trace of a request: within the caller's trace,
 * or in a new one if the caller sent no valid trace.
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

	/** Continues the caller's trace without recording a span. */
	static TraceParent begin(@Nullable TraceParent caller) {
		return (caller != null) ? caller.next() : TraceParent.begin();
	}

	/** Returns the caller's position, or null if it sent none or several. */
	static @Nullable TraceParent caller(HttpHeaders headers) {
		List<String> claimed = headers.get(TraceParent.HEADER);
		return (claimed != null && claimed.size() == 1) ? TraceParent.parse(claimed.get(0)) : null;
	}

}
