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
 * A circuit breaker for each instance, which opens when the instance lets requests wait
 * in vain.
 * <p>
 * What fails at once needs none: the balancer sets aside what refuses connections, and an
 * answer is passed on whatever it says.
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

	/** Whether requests may be sent there, or at least a trial. */
	boolean lets(String serviceId, ServiceInstance instance) {
		return switch (of(serviceId, instance).getState()) {
			case OPEN, FORCED_OPEN -> false;
			case CLOSED, HALF_OPEN, DISABLED, METRICS_ONLY -> true;
		};
	}

	/**
	 * Notes that somebody gave up: that says something about the instance only when they
	 * had waited long.
	 */
	void abandoned(CircuitBreaker circuit, long nanos, boolean mayTakeLong) {
		if (!mayTakeLong && nanos > this.properties.patience().toNanos()) {
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
	 * Stands for a client that gave up waiting.
	 */
	private static final class AbandonedException extends Exception {

		private static final long serialVersionUID = 1L;

		AbandonedException() {
			super("The client gave up waiting", null, false, false);
		}

	}

}
