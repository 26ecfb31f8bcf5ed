package io.kehu.migration.crm;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Configures the clients of the services that records are loaded into.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "customer-service", types = CustomerRecordsApi.class)
@ImportHttpServices(group = "order-service", types = OrderRecordsApi.class)
class CrmConfiguration {

}
