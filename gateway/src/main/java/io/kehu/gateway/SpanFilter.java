package io.kehu.gateway;

import io.kehu.platform.trace.TraceParent;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Records each request as a span if spans are exported. Otherwise {@link Trace} alone
 * provides the ids.
 */
final class SpanFilter implements WebFilter, Ordered {

	private final Tracer tracer;

	SpanFilter(Tracer tracer) {
		this.tracer = tracer;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return Mono.defer(() -> {
			Span span = begin(exchange);
			return chain.filter(exchange).doOnError(span::error).doFinally((signal) -> end(span, exchange));
		});
	}

	private Span begin(ServerWebExchange exchange) {
		String method = exchange.getRequest().getMethod().name();
		Span.Builder builder = this.tracer.spanBuilder()
			.name(method)
			.kind(Span.Kind.SERVER)
			.tag("http.request.method", method)
			.tag("url.path", exchange.getRequest().getURI().getRawPath());
		TraceParent caller = Trace.caller(exchange.getRequest().getHeaders());
		Span span = ((caller != null) ? builder.setParent(contextOf(caller)) : builder.setNoParent()).start();
		TraceContext place = span.context();
		Trace.keep(exchange, new TraceParent(place.traceId(), place.spanId(), Boolean.TRUE.equals(place.sampled())));
		return span;
	}

	private TraceContext contextOf(TraceParent place) {
		return this.tracer.traceContextBuilder()
			.traceId(place.traceId())
			.spanId(place.spanId())
			.sampled(place.sampled())
			.build();
	}

	private static void end(Span span, ServerWebExchange exchange) {
		Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		if (route != null) {
			span.name(exchange.getRequest().getMethod().name() + " " + route.getId()).tag("http.route", route.getId());
		}
		HttpStatusCode status = exchange.getResponse().getStatusCode();
		if (status != null) {
			span.tag("http.response.status_code", status.value());
		}
		span.end();
	}

}
