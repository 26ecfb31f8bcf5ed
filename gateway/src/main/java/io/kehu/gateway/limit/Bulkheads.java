package io.kehu.gateway.limit;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.ReactiveLoadBalancerClientFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/**
 * Limits how many requests to each service are under way, so that a slow one occupies
 * neither all connections nor the memory of the gateway. A request counts once its body
 * has arrived.
 */
final class Bulkheads implements GlobalFilter, Ordered {

	private final ConcurrentMap<String, AtomicInteger> underWay = new ConcurrentHashMap<>();

	private final int limit;

	private final MeterRegistry metrics;

	Bulkheads(int limit, MeterRegistry metrics) {
		this.limit = limit;
		this.metrics = metrics;
	}

	@Override
	public int getOrder() {
		return ReactiveLoadBalancerClientFilter.LOAD_BALANCER_CLIENT_FILTER_ORDER - 1;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		AtomicInteger requests = this.underWay.computeIfAbsent(route.getId(), this::counter);
		return Mono.defer(() -> {
			if (requests.incrementAndGet() > this.limit) {
				requests.decrementAndGet();
				return Mono.error(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE,
						"Too many requests to the service are under way."));
			}
			return chain.filter(exchange).doFinally((signal) -> requests.decrementAndGet());
		});
	}

	private AtomicInteger counter(String route) {
		AtomicInteger requests = new AtomicInteger();
		Gauge.builder("kehu.gateway.requests.active", requests, AtomicInteger::get)
			.description("Requests that are under way")
			.tag("route", route)
			.register(this.metrics);
		return requests;
	}

}
