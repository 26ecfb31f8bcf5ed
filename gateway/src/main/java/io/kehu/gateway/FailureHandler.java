package io.kehu.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Turns every failure into a problem document unless the response has already begun.
 */
final class FailureHandler implements WebExceptionHandler, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(FailureHandler.class);

	private final ProblemWriter problems;

	FailureHandler(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	public int getOrder() {
		// Takes precedence over Boot's handler, which also renders HTML
		return -2;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(failure);
		}
		Problem problem = Problem.of(failure);
		if (problem.status().isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR)) {
			logger.error("Trace {}: {} {} failed", Trace.of(exchange).traceId(), exchange.getRequest().getMethod(),
					exchange.getRequest().getURI().getRawPath(), failure);
		}
		ServerWebExchangeUtils.reset(exchange);
		if (failure instanceof ErrorResponse response) {
			exchange.getResponse().getHeaders().putAll(response.getHeaders());
		}
		return this.problems.write(exchange, problem);
	}

}
