package io.kehu.auth.client;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClientPropertiesTests {

	@Test
	void comeFromTheEnvironment() {
		ClientProperties properties = bind("a-secret-of-the-order-service");
		assertThat(properties.orderService().clientSecret()).isEqualTo("a-secret-of-the-order-service");
		assertThat(properties.cli().clientSecret()).isNull();
		assertThat(properties.toString()).doesNotContain("a-secret");
	}

	@Test
	void refuseSecretsThatCanBeGuessed() {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind("short"));
	}

	private static ClientProperties bind(String secret) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
							Map.of("KEHU_AUTH_ORDER_SERVICE_CLIENT_SECRET", secret)));
		return Binder.get(environment).bindOrCreate("kehu.auth", ClientProperties.class);
	}

}
