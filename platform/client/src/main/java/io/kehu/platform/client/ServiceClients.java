package io.kehu.platform.client;

import java.io.IOException;
import java.util.List;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.NotFoundRestClientAdapterDecorator;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.HttpServiceGroup;

/**
 * Configures retries, circuit breakers, bulkheads and access tokens for each group of
 * {@code @ImportHttpServices}, whose name is that of the called service. The load
 * balancer is applied after these.
 */
final class ServiceClients implements RestClientHttpServiceGroupConfigurer {

	private static final int WINDOW = 40;

	private static final int MINIMUM_CALLS = 10;

	private static final int TRIAL_CALLS = 3;

	private final ServiceToken token;

	private final CircuitBreakerRegistry circuits;

	private final BulkheadRegistry bulkheads;

	private final RetryRegistry retries;

	private final RetryRegistry reconnects;

	ServiceClients(ServiceToken token, ServiceClientProperties properties, CircuitBreakerRegistry circuits,
			MeterRegistry metrics) {
		this.token = token;
		this.circuits = circuits;
		this.bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
			.maxConcurrentCalls(properties.concurrency())
			.maxWaitDuration(properties.patience())
			.build());
		RetryConfig.Builder<Object> retry = RetryConfig.custom()
			.maxAttempts(properties.attempts())
			.intervalFunction(IntervalFunction.ofExponentialRandomBackoff(properties.backoff(), 2, 0.5));
		this.retries = RetryRegistry.of(retry.retryOnException(ServiceCalls::mayPass).build());
		this.reconnects = RetryRegistry.of(retry.retryOnException(ServiceCalls::wasNotSent).build());
		List<MeterBinder> binders = List.of(TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(this.circuits),
				TaggedBulkheadMetrics.ofBulkheadRegistry(this.bulkheads),
				TaggedRetryMetrics.ofRetryRegistry(this.retries));
		binders.forEach((binder) -> binder.bindTo(metrics));
	}

	/**
	 * Creates the registry of circuit breakers, which has one for each called service.
	 */
	static CircuitBreakerRegistry circuits(ServiceClientProperties properties) {
		return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
			.slidingWindowSize(WINDOW)
			.minimumNumberOfCalls(MINIMUM_CALLS)
			.permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
			.waitDurationInOpenState(properties.openFor())
			.recordException(IOException.class::isInstance)
			.build());
	}

	@Override
	public void configureGroups(Groups<RestClient.Builder> groups) {
		groups.forEachGroup((group, client, proxies) -> {
			String service = group.name();
			client.requestInterceptor(
					new ServiceCalls(service, this.bulkheads.bulkhead(service), this.circuits.circuitBreaker(service),
							this.retries.retry(service), this.reconnects.retry(service)));
			client.requestInterceptor(new CallerContext(this.token, isAsService(group)));
			proxies.exchangeAdapterDecorator(NotFoundRestClientAdapterDecorator::new);
		});
	}

	/**
	 * Returns whether the calls of a group use the service's own token.
	 * @throws IllegalStateException if they do, but the service has no credentials
	 */
	private boolean isAsService(HttpServiceGroup group) {
		boolean asService = group.httpServiceTypes()
			.stream()
			.allMatch((type) -> type.isAnnotationPresent(AsService.class));
		if (asService && !this.token.hasCredentials()) {
			throw new IllegalStateException(
					"To call %s in its own name this service needs KEHU_AUTH_TOKEN_URI and".formatted(group.name())
							+ " KEHU_SERVICE_CLIENT_SECRET");
		}
		return asService;
	}

	/**
	 * Returns an order before that of the load balancer, so that each attempt may go to
	 * another instance.
	 */
	@Override
	public int getOrder() {
		return 0;
	}

}
