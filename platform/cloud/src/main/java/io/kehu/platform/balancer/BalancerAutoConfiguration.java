package io.kehu.platform.balancer;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;

/**
 * Puts Kehu's balancer behind every client-side load balanced call.
 */
@AutoConfiguration
@EnableConfigurationProperties(BalancerProperties.class)
@LoadBalancerClients(defaultConfiguration = BalancerClientConfiguration.class)
public final class BalancerAutoConfiguration {

}
