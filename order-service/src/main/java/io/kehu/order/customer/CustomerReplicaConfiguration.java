package io.kehu.order.customer;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Registers the HTTP client of customer-service.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "customer-service", types = CustomerServiceApi.class)
class CustomerReplicaConfiguration {

}
