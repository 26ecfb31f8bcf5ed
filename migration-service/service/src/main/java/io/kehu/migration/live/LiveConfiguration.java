package io.kehu.migration.live;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Configures the client of customer-service.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "customer-service", types = CustomerApi.class)
class LiveConfiguration {

}
