package io.kehu.order.payment;

import io.kehu.platform.security.OpenPaths;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets notifications of payment providers through without a token, since they are signed.
 */
@Configuration(proxyBeanMethods = false)
class NotificationSecurity {

	@Bean
	OpenPaths notificationPaths() {
		return new OpenPaths("/api/v1/payment-notifications/*");
	}

}
