package io.kehu.platform.balancer;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which strategy balances the calls to which service.
 *
 * @param strategy the one for all services that name none
 * @param services what differs for single services, by their id
 * @param slowStart how long an instance that has been added takes to reach its full
 * share; zero for no time
 * @param zone the zone of this process, whose instances are preferred
 */
@ConfigurationProperties("kehu.balancer")
record BalancerProperties(@DefaultValue("weighted") Strategy strategy, @DefaultValue Map<String, Service> services,
		@DefaultValue("0s") Duration slowStart, @Nullable String zone) {

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
