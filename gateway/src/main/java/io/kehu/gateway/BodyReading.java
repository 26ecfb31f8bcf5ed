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
 * Routes that stream are exempt, see {@link Streams}.
 */
final class BodyReading implements GlobalFilter, Ordered {

	private final DataSize limit;

	private final UnfinishedBodies unfinished;

	private final TrustedPeers trusted;

	BodyReading(DataSize limit, UnfinishedBodies unfinished, TrustedPeers trusted) {
		this.limit = limit;
		this.unfinished = unfinished;
		this.trusted = trusted;
	}

	@Override
	public int getOrder() {
		return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (!hasBody(request.getHeaders()) || Streams.isStream(exchange)) {
			return chain.filter(exchange);
		}
		if (request.getHeaders().getContentLength() > this.limit.toBytes()) {
			return Mono.error(new BodyLimitExceededException(this.limit));
		}
		return read(request).flatMap(
				(bytes) -> chain.filter(exchange.mutate().request(new Received(request, bytes, exchange)).build()));
	}

	private static boolean hasBody(HttpHeaders headers) {
		return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
	}

	private Mono<byte[]> read(ServerHttpRequest request) {
		return Mono.defer(() -> {
			UnfinishedBody body = this.unfinished.begin(this.trusted.clientOf(request));
			return request.getBody()
				.doOnNext((part) -> append(part, body))
				.then(Mono.fromSupplier(body::bytes))
				.or(body.refusal())
				.doFinally((signal) -> this.unfinished.end(body));
		});
	}

	private void append(DataBuffer part, UnfinishedBody body) {
		try {
			if (body.length() + part.readableByteCount() > this.limit.toBytes()) {
				throw new BodyLimitExceededException(this.limit);
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

		private final byte[] bytes;

		private final ServerWebExchange exchange;

		Received(ServerHttpRequest request, byte[] bytes, ServerWebExchange exchange) {
			super(request);
			this.bytes = bytes;
			this.exchange = exchange;
			this.headers.putAll(request.getHeaders());
			this.headers.remove(HttpHeaders.TRANSFER_ENCODING);
			this.headers.setContentLength(bytes.length);
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public Flux<DataBuffer> getBody() {
			return Flux.defer(() -> Flux.just(this.exchange.getResponse().bufferFactory().wrap(this.bytes)));
		}

	}

}
