package io.kehu.platform.cloud;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

class DefaultsEnvironmentPostProcessorTests {

	@Test
	void oneMachineIsTheDefault() {
		try (ConfigurableApplicationContext context = run()) {
			Environment environment = context.getEnvironment();
			assertThat(environment.getProperty("eureka.client.registry-fetch-interval-seconds")).isEqualTo("2");
			assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
			assertThat(environment.getProperty("eureka.instance.metadata-map.weight")).isEqualTo("1");
		}
	}

	@Test
	void theClusterIsCalmAndReachable() {
		try (ConfigurableApplicationContext context = run("--spring.profiles.active=cluster")) {
			Environment environment = context.getEnvironment();
			assertThat(environment.getProperty("eureka.client.registry-fetch-interval-seconds")).isEqualTo("5");
			assertThat(environment.getProperty("server.address")).isNull();
			assertThat(environment.getProperty("eureka.instance.ip-address")).isNull();
		}
	}

	@Test
	void withoutEurekaEachServiceIsOneAddress() {
		try (ConfigurableApplicationContext context = run("--spring.profiles.active=cluster,no-eureka",
				"--KEHU_ORDER_SERVICE_URL=http://orders:81")) {
			Environment environment = context.getEnvironment();
			String instances = "spring.cloud.discovery.client.simple.instances.";
			assertThat(environment.getProperty("eureka.client.enabled")).isEqualTo("false");
			assertThat(environment.getProperty(instances + "order-service[0].uri")).isEqualTo("http://orders:81");
			assertThat(environment.getProperty(instances + "auth-service[0].uri")).isEqualTo("http://auth-service");
		}
	}

	@Test
	void theProcessMaySayOtherwise() {
		try (ConfigurableApplicationContext context = run("--server.address=0.0.0.0", "--KEHU_WEIGHT=5")) {
			assertThat(context.getEnvironment().getProperty("server.address")).isEqualTo("0.0.0.0");
			assertThat(context.getEnvironment().getProperty("eureka.instance.metadata-map.weight")).isEqualTo("5");
		}
	}

	private static ConfigurableApplicationContext run(String... arguments) {
		SpringApplication application = new SpringApplication(Nothing.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		return application.run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}
