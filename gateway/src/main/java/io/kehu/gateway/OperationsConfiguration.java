package io.kehu.gateway;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Adds endpoints of the gateway to the operations port, and to no other. It has no
 * stereotype, since the public port would find it then.
 */
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class OperationsConfiguration {

	@Bean
	RouterFunction<ServerResponse> weights(LoadBalancerClientFactory balancers) {
		return new WeightEndpoint(balancers).routes();
	}

}
