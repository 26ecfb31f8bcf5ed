package io.kehu.gateway;

import io.kehu.platform.cloud.ProblemDocument;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Writes problem documents (RFC 9457) in the same form as the services.
 */
final class ProblemWriter {

	private static final String RETRY_AFTER_SECONDS = "2";

	private final JsonMapper json;

	ProblemWriter(JsonMapper json) {
		this.json = json;
	}

	Mono<Void> write(ServerWebExchange exchange, Problem problem) {
		byte[] bytes = document(problem, exchange.getRequest().getURI().getRawPath(), Trace.of(exchange).traceId());
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(problem.status());
		HttpHeaders headers = response.getHeaders();
		headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		if (problem.isTransient() && !headers.containsHeader(HttpHeaders.RETRY_AFTER)) {
			headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		}
		headers.setContentLength(bytes.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
	}

	byte[] document(Problem problem, String path, String traceId) {
		return this.json.writeValueAsBytes(ProblemDocument.of(problem.status(), null, problem.detail(), path, traceId));
	}

}
