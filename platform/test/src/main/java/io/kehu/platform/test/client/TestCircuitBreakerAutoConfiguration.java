package io.kehu.platform.test.client;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.kehu.platform.test.Renewable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * Closes the circuit breakers of a context before the next test class that shares it.
 */
@AutoConfiguration
@ConditionalOnClass(CircuitBreakerRegistry.class)
public class TestCircuitBreakerAutoConfiguration {

	@Bean
	Renewable testCircuitBreakers(ObjectProvider<CircuitBreakerRegistry> registries) {
		return () -> registries.forEach((registry) -> registry.getAllCircuitBreakers().forEach(CircuitBreaker::reset));
	}

}
