package io.kehu.gateway;

import java.util.Map;

import io.kehu.platform.embedded.FreePorts;
import io.kehu.platform.test.link.TestLink;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * A small typical service: registers itself, responds with its name, and stops
 * gracefully.
 */
@EnableAutoConfiguration(excludeName = { "io.kehu.platform.token.TokenAutoConfiguration",
		"org.springframework.cloud.gateway.config.GatewayRedisAutoConfiguration" })
class ServiceInstanceApplication {

	static ConfigurableApplicationContext run(String name, int weight, String registry) {
		SpringApplication application = new SpringApplication(ServiceInstanceApplication.class);
		application.setWebApplicationType(WebApplicationType.REACTIVE);
		application.setDefaultProperties(Map.of("spring.config.name", "none"));
		return application.run("--server.port=" + FreePorts.next(), "--kehu.link.key=" + TestLink.KEY,
				"--spring.application.name=customer-service", "--spring.cloud.gateway.server.webflux.enabled=false",
				"--spring.main.web-application-type=reactive", "--eureka.client.service-url.defaultZone=" + registry,
				"--KEHU_WEIGHT=" + weight, "--eureka.client.jersey.enabled=false",
				"--eureka.instance.metadata-map.resources=customers", "--eureka.instance.instance-id=" + name,
				"--spring.config.name=none", "--name=" + name);
	}

	/**
	 * Separate resources, as in a separate process: closing the shared ones would stop
	 * the gateway.
	 */
	@Bean
	ReactorResourceFactory reactorResources() {
		ReactorResourceFactory resources = new ReactorResourceFactory();
		resources.setUseGlobalResources(false);
		return resources;
	}

	@Bean
	RouterFunction<ServerResponse> answers(Environment environment) {
		String name = environment.getRequiredProperty("name");
		return RouterFunctions.route()
			.path("/api/v1/customers",
					(paths) -> paths.GET((request) -> ServerResponse.ok().bodyValue(name))
						.POST((request) -> request.bodyToMono(String.class)
							.flatMap((body) -> ServerResponse.ok().bodyValue(name))))
			.build();
	}

}
