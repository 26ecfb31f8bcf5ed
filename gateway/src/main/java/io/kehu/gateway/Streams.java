package io.kehu.gateway;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Limits how many streams are open at the same time, of one caller and to one service: a
 * stream occupies a connection to an instance for as long as its client likes. Routes
 * with {@code streams: true} are streams.
 */
final class Streams implements GlobalFilter, Ordered {

	static final String STREAMS = "streams";

	private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();

	private final EdgeProperties.Streams limits;

	Streams(EdgeProperties.Streams limits) {
		this.limits = limits;
	}

	@Override
	public int getOrder() {
		return TokenCheck.ORDER + 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		if (!isStream(exchange)) {
			return chain.filter(exchange);
		}
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		String caller = "of " + TokenCheck.subjectOf(exchange);
		String service = "to " + route.getUri().getHost();
		return Mono.defer(() -> {
			if (!begin(caller, this.limits.perCaller())) {
				return Mono.error(new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS,
						"You have %d streams open already.".formatted(this.limits.perCaller())));
			}
			if (!begin(service, this.limits.perService())) {
				end(caller);
				return Mono.error(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE,
						"Too many streams to the service are open."));
			}
			return chain.filter(exchange).doFinally((signal) -> {
				end(service);
				end(caller);
			});
		});
	}

	private boolean begin(String name, int limit) {
		int now = this.open.merge(name, 1, Integer::sum);
		if (now > limit) {
			end(name);
			return false;
		}
		return true;
	}

	private void end(String name) {
		this.open.computeIfPresent(name, (key, count) -> (count > 1) ? count - 1 : null);
	}

	static boolean isStream(ServerWebExchange exchange) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		return Boolean.parseBoolean(String.valueOf(route.getMetadata().get(STREAMS)));
	}

}
