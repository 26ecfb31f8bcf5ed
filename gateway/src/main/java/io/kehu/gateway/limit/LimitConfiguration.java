package io.kehu.gateway.limit;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/**
 * Configures the limits.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

	@Bean
	RateLimits rateLimits(LimitProperties properties, ReactiveStringRedisTemplate redis, Callers callers) {
		return new RateLimits(properties, new Buckets(redis, System::nanoTime), callers);
	}

	@Bean
	Bulkheads bulkheads(LimitProperties properties, MeterRegistry metrics) {
		return new Bulkheads(properties.concurrent(), metrics);
	}

}
