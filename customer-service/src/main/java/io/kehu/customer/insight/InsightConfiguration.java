package io.kehu.customer.insight;

import java.util.List;

import io.kehu.platform.permission.AnnouncedPermission;
import io.kehu.platform.permission.PermissionSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares the permissions for insights. Which customers a caller sees insights of
 * follows from its access to the customers.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InsightProperties.class)
class InsightConfiguration {

	@Bean
	PermissionSource insightPermissions() {
		return () -> List.of(
				new AnnouncedPermission("insight:read", "See segments, expectations and churn risks of customers",
						false, "customer"),
				AnnouncedPermission.of("insight:write", "Have the figures on customers calculated again"));
	}

}
