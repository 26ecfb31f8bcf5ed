package io.kehu.gateway;

import java.time.Clock;

import io.kehu.platform.link.LinkIdentity;
import io.kehu.platform.test.link.TestLink;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/**
 * A real Eureka server in this JVM.
 */
final class RegistryServer implements AutoCloseable {

	private static final String INSTANCE = """
			{"instance": {"instanceId": "%1$s", "app": "CUSTOMER-SERVICE", "hostName": "127.0.0.1",
			"ipAddr": "127.0.0.1", "vipAddress": "customer-service", "status": "UP",
			"port": {"$": %2$d, "@enabled": "true"},
			"dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"},
			"leaseInfo": {"renewalIntervalInSecs": 2, "durationInSecs": 3600},
			"metadata": {"weight": "%3$d", "signature": "%4$s", "resources": "customers"}}}
			""";

	private final ConfigurableApplicationContext context;

	private final RestClient client;

	RegistryServer() {
		SpringApplication application = new SpringApplication(Server.class);
		application.setWebApplicationType(WebApplicationType.SERVLET);
		this.context = application.run("--spring.config.name=none", "--server.port=0",
				"--spring.application.name=discovery", "--spring.main.web-application-type=servlet",
				"--spring.cloud.gateway.server.webflux.enabled=false", "--spring.cloud.loadbalancer.enabled=false",
				"--eureka.client.register-with-eureka=false", "--eureka.client.fetch-registry=false",
				"--eureka.client.service-url.defaultZone=http://127.0.0.1/eureka/",
				"--eureka.server.my-url=http://127.0.0.1/eureka/", "--eureka.dashboard.enabled=false",
				"--eureka.server.enable-self-preservation=false", "--eureka.server.eviction-interval-timer-in-ms=2000",
				"--eureka.server.use-read-only-response-cache=false",
				"--eureka.server.wait-time-in-ms-when-sync-empty=0");
		int port = ((WebServerApplicationContext) this.context).getWebServer().getPort();
		this.client = RestClient.create("http://127.0.0.1:" + port + "/eureka");
	}

	String address() {
		int port = ((WebServerApplicationContext) this.context).getWebServer().getPort();
		return "http://127.0.0.1:" + port + "/eureka/";
	}

	/** Registers an instance of customer-service, as that service does. */
	void register(String name, int port, int weight) {
		LinkIdentity service = new LinkIdentity("customer-service", TestLink.KEY, Clock.systemUTC());
		register(name, port, weight, service.signInstance(name, "127.0.0.1", port));
	}

	/** Registers a process that calls itself customer-service. */
	void register(String name, int port, int weight, String signature) {
		this.client.post()
			.uri("/apps/CUSTOMER-SERVICE")
			.contentType(MediaType.APPLICATION_JSON)
			.body(INSTANCE.formatted(name, port, weight, signature))
			.retrieve()
			.toBodilessEntity();
	}

	void remove(String name) {
		this.client.delete().uri("/apps/CUSTOMER-SERVICE/{name}", name).retrieve().toBodilessEntity();
	}

	void weigh(String name, int weight) {
		this.client.put()
			.uri("/apps/CUSTOMER-SERVICE/{name}/metadata?weight={weight}", name, weight)
			.retrieve()
			.toBodilessEntity();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@EnableEurekaServer
	@EnableAutoConfiguration(excludeName = { "io.kehu.platform.token.TokenAutoConfiguration",
			"org.springframework.cloud.gateway.config.GatewayRedisAutoConfiguration" })
	static class Server {

	}

}
