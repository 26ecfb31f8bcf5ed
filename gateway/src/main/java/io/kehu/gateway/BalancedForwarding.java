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
 * Forwards each request to the instance chosen by the balancer, and to another one when
 * that is safe: if no connection was established, so that nothing was sent, or if the
 * request is idempotent or carries an {@code Idempotency-Key}.
 * <p>
 * Replaces Spring Cloud Gateway's load balancer filter, which never tries another
 * instance and searches the application context for each request.
 */
final class BalancedForwarding implements GlobalFilter, Ordered {

	static final int ORDER = ReactiveLoadBalancerClientFilter.LOAD_BALANCER_CLIENT_FILTER_ORDER;

	private final LoadBalancerClientFactory balancers;

	private final Circuits circuits;

	private final Map<String, Target> known = new ConcurrentHashMap<>();

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
		Target target = targetOf(serviceId);
		return new Forwarding(target.balancer(), this.circuits, target.retries(), serviceId, exchange, chain).begin();
	}

	private Target targetOf(String serviceId) {
		Target target = this.known.get(serviceId);
		return (target != null) ? target : this.known.computeIfAbsent(serviceId,
				(id) -> new Target(this.balancers.getInstance(id, ServiceBalancer.class), new RetryBudget()));
	}

	/**
	 * A service that requests are forwarded to.
	 */
	private record Target(ServiceBalancer balancer, RetryBudget retries) {
	}

}
