package io.kehu.gateway;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;

/**
 * Forwards one request to an instance, and possibly to others.
 */
final class Forwarding {

	private static final int MOST_ATTEMPTS = 3;

	static final String TRACK = "Kehu-Track";

	private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	private static final Set<HttpMethod> REPLACING = Set.of(HttpMethod.PUT, HttpMethod.DELETE);

	private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

	private static final long UNKNOWN = -1;

	private static final Request<?> FIRST = new DefaultRequest<>();

	private final ServiceBalancer balancer;

	private final Circuits circuits;

	private final RetryBudget retries;

	private final String serviceId;

	private final ServerWebExchange exchange;

	private final GatewayFilterChain chain;

	private int attempts;

	Forwarding(ServiceBalancer balancer, Circuits circuits, RetryBudget retries, String serviceId,
			ServerWebExchange exchange, GatewayFilterChain chain) {
		this.balancer = balancer;
		this.circuits = circuits;
		this.retries = retries;
		this.serviceId = serviceId;
		this.exchange = exchange;
		this.chain = chain;
	}

	Mono<Void> begin() {
		this.retries.earn();
		String track = this.exchange.getRequest().getHeaders().getFirst(TRACK);
		ServiceInstance instance = (track != null) ? this.balancer.chooseOn(track) : null;
		return (instance != null) ? send(instance) : balanced();
	}

	private Mono<Void> balanced() {
		return this.balancer.choose(FIRST)
			.flatMap((response) -> (response.getServer() != null) ? send(response.getServer())
					: Mono.error(new NoInstanceException(this.serviceId, null)));
	}

	private Mono<Void> send(ServiceInstance chosen) {
		ServiceInstance instance = chosen;
		CircuitBreaker circuit = this.circuits.of(this.serviceId, instance);
		if (!circuit.tryAcquirePermission()) {
			instance = this.balancer.chooseAmong((other) -> this.circuits.permits(this.serviceId, other));
			circuit = (instance != null) ? this.circuits.of(this.serviceId, instance) : circuit;
			if (instance == null || !circuit.tryAcquirePermission()) {
				return Mono.error(new CircuitOpenException(this.serviceId, this.circuits.openFor()));
			}
		}
		return send(instance, circuit);
	}

	private Mono<Void> send(ServiceInstance instance, CircuitBreaker circuit) {
		int attempt = ++this.attempts;
		long since = System.nanoTime();
		this.exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, addressAt(instance));
		return this.chain.filter(this.exchange)
			.doOnSuccess((done) -> circuit.onSuccess(System.nanoTime() - since, TimeUnit.NANOSECONDS))
			.doOnError((failure) -> unanswered(circuit, System.nanoTime() - since, failure))
			.doOnCancel(() -> this.circuits.abandoned(circuit, System.nanoTime() - since, mayTakeLong()))
			.then(Mono.defer(() -> answered(instance, System.nanoTime() - since)))
			// Failures of later attempts have already been handled
			.onErrorResume((failure) -> (attempt == this.attempts) ? failed(instance, failure) : Mono.error(failure));
	}

	private static void unanswered(CircuitBreaker circuit, long nanos, Throwable failure) {
		if (Problem.isTimeout(failure)) {
			circuit.onError(nanos, TimeUnit.NANOSECONDS, failure);
		}
		else {
			circuit.releasePermission();
		}
	}

	private Mono<Void> answered(ServiceInstance instance, long nanos) {
		HttpStatusCode status = this.exchange.getResponse().getStatusCode();
		boolean failed = status != null && status.is5xxServerError();
		this.balancer.answered(instance, failed, mayTakeLong() ? UNKNOWN : nanos);
		if (!HttpStatus.SERVICE_UNAVAILABLE.equals(status) || !mayRepeat()) {
			return Mono.empty();
		}
		return another(instance).filter((other) -> this.retries.spend()).flatMap(this::sendAgain);
	}

	private Mono<Void> failed(ServiceInstance instance, Throwable failure) {
		this.balancer.failed(instance, failure);
		boolean nothingSent = ConnectionFailure.isCauseOf(failure);
		Throwable outcome = nothingSent ? new NoInstanceException(this.serviceId, failure) : failure;
		if (this.attempts == MOST_ATTEMPTS || !(nothingSent || (Problem.isLostConnection(failure) && mayRepeat()))) {
			return Mono.error(outcome);
		}
		return another(instance).filter((other) -> nothingSent || this.retries.spend())
			.switchIfEmpty(Mono.error(outcome))
			.flatMap(this::sendAgain);
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
		return this.attempts < MOST_ATTEMPTS && !Streams.isStream(this.exchange) && (onlyReads() || isIdempotent());
	}

	/**
	 * Whether a request that has possibly been processed can be sent again: its key tells
	 * the service, or it leads to the same state and does not expect a certain one
	 * before.
	 */
	private boolean isIdempotent() {
		HttpHeaders headers = this.exchange.getRequest().getHeaders();
		return headers.containsHeader(IDEMPOTENCY_KEY) || (REPLACING.contains(this.exchange.getRequest().getMethod())
				&& !headers.containsHeader(HttpHeaders.IF_MATCH) && !headers.containsHeader(HttpHeaders.IF_NONE_MATCH));
	}

	/**
	 * Whether the duration says nothing about the instance: clients may send bodies
	 * slowly.
	 */
	private boolean mayTakeLong() {
		return !onlyReads() || Streams.isStream(this.exchange);
	}

	private boolean onlyReads() {
		return READING.contains(this.exchange.getRequest().getMethod());
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
