package io.kehu.platform.client;

import java.net.http.HttpClient;
import java.time.Clock;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.web.client.RestClient;

/**
 * Auto-configuration for {@code @HttpExchange} interfaces that call other services.
 */
@AutoConfiguration(before = ImperativeHttpClientAutoConfiguration.class)
@EnableConfigurationProperties({ ServiceClientProperties.class, ServiceTokenProperties.class })
final class ClientAutoConfiguration {

	@Bean
	ServiceToken serviceToken(RestClient.Builder builder, Environment environment, ServiceTokenProperties properties,
			Clock clock) {
		String client = "kehu-" + environment.getRequiredProperty("spring.application.name");
		return new ServiceToken(builder.build(), client, properties, clock);
	}

	@Bean
	CircuitBreakerRegistry serviceCircuits(ServiceClientProperties properties) {
		return ServiceClients.circuits(properties);
	}

	@Bean
	ServiceClients serviceClients(ServiceToken token, ServiceClientProperties properties,
			CircuitBreakerRegistry circuits, MeterRegistry metrics) {
		return new ServiceClients(token, properties, circuits, metrics);
	}

	/**
	 * Creates requests with the JDK's HTTP client, limited to HTTP/1.1 so that it does
	 * not attempt to upgrade to HTTP/2.
	 */
	@Bean
	@ConditionalOnMissingBean
	ClientHttpRequestFactoryBuilder<?> serviceRequests(Environment environment) {
		JdkClientHttpRequestFactoryBuilder builder = ClientHttpRequestFactoryBuilder.jdk()
			.withHttpClientCustomizer((client) -> client.version(HttpClient.Version.HTTP_1_1));
		return Threading.VIRTUAL.isActive(environment) ? builder.withExecutor(new VirtualThreadTaskExecutor("client-"))
				: builder;
	}

}
