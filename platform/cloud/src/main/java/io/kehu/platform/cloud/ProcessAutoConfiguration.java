package io.kehu.platform.cloud;

import java.time.Clock;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * Gives every process its clock and its way to leave.
 */
@AutoConfiguration
@AutoConfigureOrder(Ordered.HIGHEST_PRECEDENCE)
@EnableConfigurationProperties(DrainProperties.class)
public final class ProcessAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return new MicrosecondClock(Clock.systemUTC());
	}

	@Bean
	@ConditionalOnProperty(name = { "eureka.client.enabled", "eureka.client.register-with-eureka" },
			havingValue = "true", matchIfMissing = true)
	DrainBeforeStop drainBeforeStop(DrainProperties properties) {
		return new DrainBeforeStop(properties.drain());
	}

}
