package io.kehu.gateway;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;

/**
 * Reads request bodies up to the limit completely before a connection to an instance is
 * taken, so that a client that stops sending occupies nothing but its own connection.
 * Requests that need no token have a lower limit. Routes that stream are exempt, see
 * {@link Streams}.
 */
final class BodyReading implements GlobalFilter, Ordered {

	private final EdgeProperties.Bodies limits;

	private final HeldBodies bodies;

	private final TrustedPeers trusted;

	BodyReading(EdgeProperties.Bodies limits, HeldBodies bodies, TrustedPeers trusted) {
		this.limits = limits;
		this.bodies = bodies;
		this.trusted = trusted;
	}

	@Override
	public int getOrder() {
		return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		if (!hasBody(headers) || Streams.isStream(exchange)) {
			return chain.filter(exchange);
		}
		DataSize limit = TokenCheck.isOpen(exchange) ? this.limits.openLimit() : this.limits.limit();
		if (headers.getContentLength() > limit.toBytes()) {
			return Mono.error(new BodyLimitExceededException(limit));
		}
		return Mono.defer(() -> {
			HeldBody body = this.bodies.begin(this.trusted.clientOf(exchange.getRequest()));
			// The body has been forwarded once the response begins
			exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> this.bodies.end(body)));
			return read(exchange.getRequest(), body, limit)
				.then(Mono.defer(() -> chain
					.filter(exchange.mutate().request(new Received(exchange.getRequest(), body, exchange)).build())))
				.doFinally((signal) -> this.bodies.end(body));
		});
	}

	private static boolean hasBody(HttpHeaders headers) {
		return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
	}

	private Mono<Void> read(ServerHttpRequest request, HeldBody body, DataSize limit) {
		return request.getBody()
			.doOnNext((part) -> append(part, body, limit))
			.then()
			.or(body.refusal())
			.then(Mono.defer(() -> this.bodies.complete(body) ? Mono.empty() : Mono.error(new SlowBodyException())));
	}

	private void append(DataBuffer part, HeldBody body, DataSize limit) {
		try {
			int bytes = part.readableByteCount();
			if (body.length() + bytes > limit.toBytes()) {
				throw new BodyLimitExceededException(limit);
			}
			int block = body.blockFor(bytes);
			if (block > 0) {
				this.bodies.reserve(body, block);
			}
			body.append(part);
		}
		finally {
			DataBufferUtils.release(part);
		}
	}

	/**
	 * A request whose body has arrived.
	 */
	private static final class Received extends ServerHttpRequestDecorator {

		private final HttpHeaders headers = new HttpHeaders();

		private final HeldBody body;

		private final ServerWebExchange exchange;

		Received(ServerHttpRequest request, HeldBody body, ServerWebExchange exchange) {
			super(request);
			this.body = body;
			this.exchange = exchange;
			this.headers.putAll(request.getHeaders());
			this.headers.remove(HttpHeaders.TRANSFER_ENCODING);
			this.headers.setContentLength(body.length());
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public Flux<DataBuffer> getBody() {
			return Flux.defer(() -> Flux.fromIterable(this.body.parts()))
				.map(this.exchange.getResponse().bufferFactory()::wrap);
		}

	}

}
