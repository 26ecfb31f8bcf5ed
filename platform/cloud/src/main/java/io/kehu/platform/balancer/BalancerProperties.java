package io.kehu.platform.balancer;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which strategy balances the calls to which service.
 *
 * @param strategy the one for all services that name none
 * @param services what differs for single services, by their id
 */
@ConfigurationProperties("kehu.balancer")
record BalancerProperties(@DefaultValue("weighted") Strategy strategy, @DefaultValue Map<String, Service> services) {

	Strategy strategyOf(String serviceId) {
		Service service = this.services.get(serviceId);
		return (service != null) ? service.strategy() : this.strategy;
	}

	/**
	 * What differs for one service.
	 *
	 * @param strategy its strategy
	 */
	record Service(@DefaultValue("weighted") Strategy strategy) {
	}

}
