package io.kehu.platform.link;

import java.time.Clock;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.netflix.eureka.TimeoutProperties;
import org.springframework.cloud.netflix.eureka.config.DiscoveryClientOptionalArgsConfiguration;
import org.springframework.cloud.netflix.eureka.http.DefaultEurekaClientHttpRequestFactorySupplier;
import org.springframework.cloud.netflix.eureka.http.EurekaClientHttpRequestFactorySupplier;
import org.springframework.cloud.netflix.eureka.http.EurekaClientHttpRequestFactorySupplier.RequestConfigCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;

/**
 * Auto-configuration that gives a process its identity, with which it registers and reads
 * the registry, and has it ignore registered instances that are not genuine.
 */
@AutoConfiguration(before = DiscoveryClientOptionalArgsConfiguration.class)
@EnableConfigurationProperties(LinkProperties.class)
public final class LinkAutoConfiguration {

	/** The name of the registry as the audience of requests. */
	public static final String REGISTRY = "discovery";

	@Bean
	@ConditionalOnProperty("kehu.link.key")
	LinkIdentity linkIdentity(Environment environment, LinkProperties properties, ObjectProvider<Clock> clock) {
		return new LinkIdentity(environment.getRequiredProperty("spring.application.name"),
				String.valueOf(properties.key()), clock.getIfAvailable(Clock::systemUTC));
	}

	@Bean
	LinkPeers linkPeers(LinkProperties properties, ObjectProvider<Clock> clock) {
		return new LinkPeers(properties.peers(), clock.getIfAvailable(Clock::systemUTC));
	}

	/**
	 * What a process needs that uses the registry.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "eureka.client.enabled", havingValue = "true", matchIfMissing = true)
	static class Registry {

		@Bean
		static SignedInstance signedInstance(ObjectProvider<LinkIdentity> identity) {
			return new SignedInstance(identity);
		}

		@Bean
		static GenuineInstances genuineInstances(ObjectProvider<LinkPeers> peers) {
			return new GenuineInstances(peers);
		}

		@Bean
		@ConditionalOnProperty("kehu.link.key")
		EurekaClientHttpRequestFactorySupplier registryRequests(TimeoutProperties timeouts,
				ObjectProvider<RequestConfigCustomizer> customizers, LinkIdentity identity) {
			EurekaClientHttpRequestFactorySupplier plain = new DefaultEurekaClientHttpRequestFactorySupplier(timeouts,
					customizers.orderedStream().collect(Collectors.toSet()));
			return (ssl, hostnames) -> authenticated(plain.get(ssl, hostnames), identity);
		}

		private static ClientHttpRequestFactory authenticated(ClientHttpRequestFactory plain, LinkIdentity identity) {
			return (address, method) -> {
				ClientHttpRequest request = plain.createRequest(address, method);
				request.getHeaders().set(HttpHeaders.AUTHORIZATION, identity.authorization(REGISTRY));
				return request;
			};
		}

	}

}
