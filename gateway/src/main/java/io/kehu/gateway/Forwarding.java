package io.kehu.gateway;

import java.net.URI;
import java.util.Set;

import io.kehu.platform.balancer.ConnectionFailure;
import io.kehu.platform.balancer.ServiceBalancer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultRequest;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.RetryableRequestContext;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;

/**
 * One request on its way to an instance, and perhaps to another one.
 */
final class Forwarding {

	private static final int MOST_ATTEMPTS = 3;

	private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

	private static final Request<?> FIRST = new DefaultRequest<>();

	private final ServiceBalancer balancer;

	private final String serviceId;

	private final ServerWebExchange exchange;

	private final GatewayFilterChain chain;

	private int attempts;

	Forwarding(ServiceBalancer balancer, String serviceId, ServerWebExchange exchange, GatewayFilterChain chain) {
		this.balancer = balancer;
		this.serviceId = serviceId;
		this.exchange = exchange;
		this.chain = chain;
	}

	Mono<Void> begin() {
		return this.balancer.choose(FIRST)
			.flatMap((response) -> (response.getServer() != null) ? send(response.getServer())
					: Mono.error(new NoInstanceException(this.serviceId, null)));
	}

	private Mono<Void> send(ServiceInstance instance) {
		int attempt = ++this.attempts;
		this.exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, addressAt(instance));
		return this.chain.filter(this.exchange)
			.then(Mono.defer(() -> answered(instance)))
			// What a later attempt met has been dealt with there
			.onErrorResume((failure) -> (attempt == this.attempts) ? failed(instance, failure) : Mono.error(failure));
	}

	private Mono<Void> answered(ServiceInstance instance) {
		this.balancer.succeeded(instance);
		if (!HttpStatus.SERVICE_UNAVAILABLE.equals(this.exchange.getResponse().getStatusCode()) || !mayRepeat()) {
			return Mono.empty();
		}
		return another(instance).flatMap(this::sendAgain);
	}

	private Mono<Void> failed(ServiceInstance instance, Throwable failure) {
		this.balancer.failed(instance, failure);
		boolean nothingSent = ConnectionFailure.isCauseOf(failure);
		Throwable outcome = nothingSent ? new NoInstanceException(this.serviceId, failure) : failure;
		if (this.attempts == MOST_ATTEMPTS || !(nothingSent || (Problem.isLostConnection(failure) && mayRepeat()))) {
			return Mono.error(outcome);
		}
		return another(instance).switchIfEmpty(Mono.error(outcome)).flatMap(this::sendAgain);
	}

	private Mono<Void> sendAgain(ServiceInstance instance) {
		ServerWebExchangeUtils.reset(this.exchange);
		return send(instance);
	}

	private Mono<ServiceInstance> another(ServiceInstance than) {
		return this.balancer.choose(new DefaultRequest<>(new RetryableRequestContext(than)))
			.mapNotNull((response) -> isAnother(response.getServer(), than) ? response.getServer() : null);
	}

	private static boolean isAnother(@Nullable ServiceInstance instance, ServiceInstance than) {
		return instance != null && (instance.getPort() != than.getPort() || !instance.getHost().equals(than.getHost()));
	}

	private boolean mayRepeat() {
		return this.attempts < MOST_ATTEMPTS && READING.contains(this.exchange.getRequest().getMethod());
	}

	private URI addressAt(ServiceInstance instance) {
		URI uri = this.exchange.getRequest().getURI();
		StringBuilder address = new StringBuilder(128).append(instance.isSecure() ? "https://" : "http://")
			.append(instance.getHost())
			.append(':')
			.append(instance.getPort())
			.append(uri.getRawPath());
		if (uri.getRawQuery() != null) {
			address.append('?').append(uri.getRawQuery());
		}
		return URI.create(address.toString());
	}

}
