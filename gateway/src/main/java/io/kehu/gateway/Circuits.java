package io.kehu.gateway;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.cloud.client.ServiceInstance;

/**
 * Keeps a circuit breaker for each instance, which opens when requests to the instance
 * time out.
 * <p>
 * Immediate failures don't need one: the balancer ejects instances that refuse
 * connections, and responses are forwarded regardless of their status.
 */
final class Circuits {

	private static final Duration FORGET_AFTER = Duration.ofMinutes(10);

	private final CircuitBreakerRegistry registry;

	private final Cache<String, CircuitBreaker> circuits;

	private final EdgeProperties.Circuit properties;

	Circuits(EdgeProperties.Circuit properties, MeterRegistry metrics) {
		this.properties = properties;
		this.registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
			.slidingWindowSize(properties.window())
			.minimumNumberOfCalls(properties.minimum())
			.permittedNumberOfCallsInHalfOpenState(properties.trials())
			.waitDurationInOpenState(properties.openFor())
			.automaticTransitionFromOpenToHalfOpenEnabled(true)
			.build());
		this.circuits = Caffeine.newBuilder()
			.expireAfterAccess(FORGET_AFTER)
			.<String, CircuitBreaker>evictionListener((name, circuit, cause) -> forget(name))
			.build();
		TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(this.registry).bindTo(metrics);
	}

	private void forget(@Nullable String name) {
		if (name != null) {
			this.registry.remove(name);
		}
	}

	CircuitBreaker of(String serviceId, ServiceInstance instance) {
		return this.circuits.get(serviceId + "@" + instance.getHost() + ":" + instance.getPort(),
				this.registry::circuitBreaker);
	}

	/** Whether the instance may receive requests, or at least a trial request. */
	boolean permits(String serviceId, ServiceInstance instance) {
		return switch (of(serviceId, instance).getState()) {
			case OPEN, FORCED_OPEN -> false;
			case CLOSED, HALF_OPEN, DISABLED, METRICS_ONLY -> true;
		};
	}

	/**
	 * Records that a client disconnected, which counts against the instance only if the
	 * client had been waiting for long.
	 */
	void abandoned(CircuitBreaker circuit, long nanos, boolean mayTakeLong) {
		if (!mayTakeLong && nanos > this.properties.slowAfter().toNanos()) {
			circuit.onError(nanos, TimeUnit.NANOSECONDS, new AbandonedException());
		}
		else {
			circuit.releasePermission();
		}
	}

	Duration openFor() {
		return this.properties.openFor();
	}

	/**
	 * Represents a client that stopped waiting.
	 */
	private static final class AbandonedException extends Exception {

		private static final long serialVersionUID = 1L;

		AbandonedException() {
			super("The client disconnected while waiting", null, false, false);
		}

	}

}
