package io.kehu.gateway;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Writes what is wrong as a problem document (RFC 9457), like the services do.
 */
final class ProblemWriter {

	private static final String SECONDS_UNTIL_TRIED_AGAIN = "2";

	private final JsonMapper json;

	ProblemWriter(JsonMapper json) {
		this.json = json;
	}

	Mono<Void> write(ServerWebExchange exchange, Problem problem) {
		ProblemDetail body = ProblemDetail.forStatus(problem.status());
		body.setType(URI.create("about:blank"));
		body.setDetail(problem.detail());
		body.setInstance(URI.create(exchange.getRequest().getURI().getRawPath()));
		body.setProperty("traceId", Trace.of(exchange).id());
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(problem.status());
		HttpHeaders headers = response.getHeaders();
		headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		if (problem.isPassing()) {
			headers.set(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_TRIED_AGAIN);
		}
		byte[] bytes = this.json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
		headers.setContentLength(bytes.length);
		DataBuffer buffer = response.bufferFactory().wrap(bytes);
		return response.writeWith(Mono.just(buffer));
	}

}
