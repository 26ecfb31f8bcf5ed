package io.kehu.gateway;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;

/**
 * Rejects request bodies above the limit while they stream through, without buffering
 * them. Routes with {@code streams: true} have no limit.
 */
final class BodyLimit implements GlobalFilter, Ordered {

	static final String STREAMS = "streams";

	private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

	/**
	 * Grace period for a response that has already begun, perhaps because of the body.
	 */
	private static final Duration TIME_TO_FINISH = Duration.ofSeconds(2);

	private final DataSize limit;

	BodyLimit(DataSize limit) {
		this.limit = limit;
	}

	@Override
	public int getOrder() {
		return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (READING.contains(request.getMethod()) || streams(exchange)) {
			return chain.filter(exchange);
		}
		long declared = request.getHeaders().getContentLength();
		if (declared > this.limit.toBytes()) {
			return Mono.error(new BodyLimitExceededException(this.limit));
		}
		return (declared >= 0) ? chain.filter(exchange) : count(exchange, chain, this.limit);
	}

	/**
	 * A body that is too long ends the whole exchange: once the response has begun,
	 * Reactor Netty's client ignores a failing request body and waits for the rest of the
	 * response.
	 */
	private static Mono<Void> count(ServerWebExchange exchange, GatewayFilterChain chain, DataSize limit) {
		Counted counted = new Counted(exchange.getRequest(), limit);
		return chain.filter(exchange.mutate().request(counted).build())
			.or(counted.excess()
				.onErrorResume((excess) -> exchange.getResponse().isCommitted()
						? Mono.delay(TIME_TO_FINISH).then(Mono.error(excess)) : Mono.error(excess)));
	}

	static boolean streams(ServerWebExchange exchange) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return Boolean.parseBoolean(String.valueOf(route.getMetadata().get(STREAMS)));
	}

	/**
	 * A request of unknown length whose body is forwarded up to the limit and then never
	 * completes.
	 */
	private static final class Counted extends ServerHttpRequestDecorator {

		private final DataSize limit;

		private final Sinks.Empty<Void> excess = Sinks.empty();

		Counted(ServerHttpRequest request, DataSize limit) {
			super(request);
			this.limit = limit;
		}

		/** Returns a signal that fails as soon as the body is too long. */
		Mono<Void> excess() {
			return this.excess.asMono();
		}

		@Override
		public Flux<DataBuffer> getBody() {
			AtomicLong received = new AtomicLong();
			return super.getBody().<DataBuffer>handle((buffer, sink) -> {
				if (received.addAndGet(buffer.readableByteCount()) > this.limit.toBytes()) {
					DataBufferUtils.release(buffer);
					sink.error(new BodyLimitExceededException(this.limit));
				}
				else {
					sink.next(buffer);
				}
			}).onErrorResume(BodyLimitExceededException.class, (failure) -> {
				this.excess.tryEmitError(failure);
				return Mono.never();
			});
		}

	}

}
