package io.kehu.gateway;

import java.time.Duration;
import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Lets pages of other origins call the APIs (CORS) if their origin is on the allow-list.
 * Access tokens are sent in a header, so no credentials of the browser are ever allowed.
 * Other origins get no CORS headers, and their preflight requests are refused.
 */
final class CrossOrigin implements WebFilter, Ordered {

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

	private static final List<String> EXPOSED = List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER,
			HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.CONTENT_DISPOSITION, "Idempotency-Replayed", "RateLimit",
			"RateLimit-Policy", "Deprecation", "Sunset", TraceHeader.NAME);

	private static final Duration REMEMBERED = Duration.ofHours(1);

	private final CorsProcessor processor = new DefaultCorsProcessor();

	private final CorsConfiguration allowed = new CorsConfiguration();

	private final ProblemWriter problems;

	CrossOrigin(List<String> origins, ProblemWriter problems) {
		this.problems = problems;
		this.allowed.setAllowedOrigins(origins);
		this.allowed.setAllowedMethods(METHODS);
		this.allowed.setAllowedHeaders(List.of(CorsConfiguration.ALL));
		this.allowed.setExposedHeaders(EXPOSED);
		this.allowed.setMaxAge(REMEMBERED);
	}

	@Override
	public int getOrder() {
		// After the filter that names the trace, since preflight requests end here
		return Ordered.HIGHEST_PRECEDENCE + 2;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (!CorsUtils.isCorsRequest(request)) {
			return chain.filter(exchange);
		}
		boolean preflight = CorsUtils.isPreFlightRequest(request);
		if (this.allowed.checkOrigin(request.getHeaders().getOrigin()) == null) {
			return preflight ? refuse(exchange, "Pages of this origin may not call the API.") : chain.filter(exchange);
		}
		boolean valid = this.processor.process(this.allowed, exchange);
		if (!preflight) {
			return chain.filter(exchange);
		}
		return valid ? exchange.getResponse().setComplete() : refuse(exchange, "This method is not allowed.");
	}

	private Mono<Void> refuse(ServerWebExchange exchange, String detail) {
		return this.problems.write(exchange, new Problem(HttpStatus.FORBIDDEN, detail));
	}

}
