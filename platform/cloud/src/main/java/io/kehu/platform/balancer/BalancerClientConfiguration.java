package io.kehu.platform.balancer;

import java.time.Clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * What each balanced service gets of its own: its balancer and the list that it follows.
 */
class BalancerClientConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ServiceInstanceListSupplier serviceInstances(ConfigurableApplicationContext context) {
		// Without Spring's cache: it blocks a request when it expires, and the balancer
		// keeps the list itself
		return ServiceInstanceListSupplier.builder().withBlockingDiscoveryClient().build(context);
	}

	@Bean
	ServiceBalancer serviceBalancer(ConfigurableApplicationContext context, ServiceInstanceListSupplier supplier,
			BalancerProperties properties, Clock clock) {
		String serviceId = context.getEnvironment().getRequiredProperty(LoadBalancerClientFactory.PROPERTY_NAME);
		return new ServiceBalancer(serviceId, supplier, properties, clock);
	}

}
