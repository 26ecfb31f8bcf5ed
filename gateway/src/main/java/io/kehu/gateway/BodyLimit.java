package io.kehu.gateway;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
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
 * Refuses bodies over the limit while they stream through, without keeping any of them; a
 * route with {@code streams: true} has no limit.
 */
final class BodyLimit implements GlobalFilter, Ordered {

	static final String STREAMS = "streams";

	private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

	private final DataSize limit;

	BodyLimit(DataSize limit) {
		this.limit = limit;
	}

	@Override
	public int getOrder() {
		return BalancedForwarding.ORDER - 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		if (READING.contains(request.getMethod()) || streams(exchange)) {
			return chain.filter(exchange);
		}
		long declared = request.getHeaders().getContentLength();
		if (declared > this.limit.toBytes()) {
			return Mono.error(new BodyTooLargeException(this.limit));
		}
		return chain.filter((declared >= 0) ? exchange : exchange.mutate().request(new Counted(request)).build());
	}

	static boolean streams(ServerWebExchange exchange) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return Boolean.parseBoolean(String.valueOf(route.getMetadata().get(STREAMS)));
	}

	/**
	 * A request of unknown length whose body fails as soon as it is too long.
	 */
	private final class Counted extends ServerHttpRequestDecorator {

		Counted(ServerHttpRequest request) {
			super(request);
		}

		@Override
		public Flux<DataBuffer> getBody() {
			AtomicLong received = new AtomicLong();
			return super.getBody().handle((buffer, sink) -> {
				if (received.addAndGet(buffer.readableByteCount()) > BodyLimit.this.limit.toBytes()) {
					DataBufferUtils.release(buffer);
					sink.error(new BodyTooLargeException(BodyLimit.this.limit));
				}
				else {
					sink.next(buffer);
				}
			});
		}

	}

}
