package io.kehu.platform.client;

import java.time.Clock;
import java.util.Optional;

import io.kehu.platform.balancer.BalancerAutoConfiguration;
import io.kehu.platform.tracing.TracingAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientObservationAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.cloud.client.CommonsClientAutoConfiguration;
import org.springframework.cloud.client.discovery.composite.CompositeDiscoveryClientAutoConfiguration;
import org.springframework.cloud.client.discovery.simple.SimpleDiscoveryClientAutoConfiguration;
import org.springframework.cloud.client.loadbalancer.LoadBalancerAutoConfiguration;
import org.springframework.cloud.commons.util.UtilAutoConfiguration;
import org.springframework.cloud.loadbalancer.config.BlockingLoadBalancerClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * A service that calls the stock service.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "stock-service", types = Shop.Items.class)
@ImportAutoConfiguration({ ObservationAutoConfiguration.class, MicrometerTracingAutoConfiguration.class,
		OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
		RestClientObservationAutoConfiguration.class, TracingAutoConfiguration.class, ClientAutoConfiguration.class,
		BalancerAutoConfiguration.class, HttpClientAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
		HttpServiceClientPropertiesAutoConfiguration.class, HttpServiceClientAutoConfiguration.class,
		HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class, RestClientAutoConfiguration.class,
		CommonsClientAutoConfiguration.class, SimpleDiscoveryClientAutoConfiguration.class,
		CompositeDiscoveryClientAutoConfiguration.class, LoadBalancerAutoConfiguration.class,
		UtilAutoConfiguration.class, org.springframework.cloud.loadbalancer.config.LoadBalancerAutoConfiguration.class,
		BlockingLoadBalancerClientAutoConfiguration.class })
class Shop {

	@Bean
	MeterRegistry meterRegistry() {
		return new SimpleMeterRegistry();
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	/** The client of the stock service. */
	@HttpExchange("/api/v1/items")
	interface Items {

		@GetExchange("/{id}")
		Optional<Item> find(@PathVariable String id);

		@PostExchange
		Item create(@RequestHeader(name = "Idempotency-Key", required = false) String key);

	}

	record Item(String name) {
	}

}
