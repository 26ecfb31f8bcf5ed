package io.kehu.gateway;

import io.kehu.platform.trace.TraceParent;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Adds the id of the trace to every response, so that a client can name the request when
 * it reports a problem.
 */
final class TraceHeader implements WebFilter, Ordered {

	static final String NAME = TraceParent.ID_HEADER;

	@Override
	public int getOrder() {
		// After the filter that begins a span
		return Ordered.HIGHEST_PRECEDENCE + 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		exchange.getResponse().beforeCommit(() -> {
			HttpHeaders headers = exchange.getResponse().getHeaders();
			headers.set(NAME, Trace.of(exchange).traceId());
			return Mono.empty();
		});
		return chain.filter(exchange);
	}

}
