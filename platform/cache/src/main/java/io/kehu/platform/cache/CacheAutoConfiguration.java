package io.kehu.platform.cache;

import io.lettuce.core.resource.ClientResources;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Gives a service its {@link CacheFactory}.
 */
@AutoConfiguration(after = DataRedisAutoConfiguration.class,
		beforeName = "org.springframework.boot.data.redis.autoconfigure.health.DataRedisHealthContributorAutoConfiguration")
@EnableConfigurationProperties(CacheProperties.class)
final class CacheAutoConfiguration {

	@Bean
	RedisConnector cacheRedisConnector(DataRedisConnectionDetails details, ClientResources resources) {
		RedisConnector connector = new RedisConnector(details, resources);
		connector.checkCredentials();
		return connector;
	}

	@Bean
	CacheFactory cacheFactory(Environment environment, RedisConnector connector, CacheProperties properties,
			JsonMapper mapper, MeterRegistry registry) {
		return new CacheFactory(environment.getRequiredProperty("spring.application.name"), connector, properties,
				mapper, new CacheMetrics(registry));
	}

	/** Takes the place of Boot's, which reports the service down when Redis is. */
	@Bean
	HealthIndicator redisHealthContributor(CacheFactory factory) {
		return () -> Health.up().withDetail("cached", factory.isTrusted()).build();
	}

}
