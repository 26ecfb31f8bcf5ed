package io.kehu.migration.match;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the settings known by which duplicates are found.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkageProperties.class)
class MatchConfiguration {

}
