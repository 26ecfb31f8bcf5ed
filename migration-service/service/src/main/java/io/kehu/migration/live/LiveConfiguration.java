package io.kehu.migration.live;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Configures the client of customer-service and the limits of applications.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApplicationProperties.class)
@ImportHttpServices(group = "customer-service", types = LiveCustomerApi.class)
class LiveConfiguration {

}
