package io.kehu.gateway;

import io.kehu.platform.test.token.SigningKeyServer;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Has every gateway of a test read signing keys, revocations and the owners of paths from
 * a stand-in for auth-service.
 */
class AccessServiceStandIn implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues
			.of("kehu.auth.jwks-uri=" + SigningKeyServer.address(), "kehu.auth.issuer=" + SigningKeyServer.ISSUER)
			.applyTo(context);
	}

}
