package io.kehu.migration.match;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Enables the properties of this package.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkageProperties.class)
class MatchConfiguration {

}
