package io.kehu.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.kehu.platform.balancer.ServiceBalancer;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.ReactiveLoadBalancerClientFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;

/**
 * Sends each request to the instance whose turn it is, and to the next one when that is
 * safe: when no connection came about, so that nothing was sent, or when the request only
 * reads. What may change something is never sent twice.
 * <p>
 * Stands in for Spring Cloud Gateway's load balancer filter, which neither tries another
 * instance nor spares each request a look through the application context.
 */
final class BalancedForwarding implements GlobalFilter, Ordered {

	static final int ORDER = ReactiveLoadBalancerClientFilter.LOAD_BALANCER_CLIENT_FILTER_ORDER;

	private final LoadBalancerClientFactory balancers;

	private final Circuits circuits;

	private final Map<String, ServiceBalancer> known = new ConcurrentHashMap<>();

	BalancedForwarding(LoadBalancerClientFactory balancers, Circuits circuits) {
		this.balancers = balancers;
		this.circuits = circuits;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
		String serviceId = route.getUri().getHost();
		return new Forwarding(balancerOf(serviceId), this.circuits, serviceId, exchange, chain).begin();
	}

	private ServiceBalancer balancerOf(String serviceId) {
		ServiceBalancer balancer = this.known.get(serviceId);
		return (balancer != null) ? balancer
				: this.known.computeIfAbsent(serviceId, (id) -> this.balancers.getInstance(id, ServiceBalancer.class));
	}

}
