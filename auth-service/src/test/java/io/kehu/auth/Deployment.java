package io.kehu.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import io.kehu.platform.embedded.PostgresDatabases;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.link.TestLink;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * A database for any number of instances of auth-service, started one after another or at
 * the same time, all of which end with it. Boot configures the logging of the JVM at each
 * start and is not made for two at once, so it is configured once and before them.
 */
class Deployment implements AutoCloseable {

	private final String[] properties;

	private final Queue<ConfigurableApplicationContext> instances = new ConcurrentLinkedQueue<>();

	Deployment(Infrastructure infrastructure, String name) {
		LoggingSystem logging = LoggingSystem.get(Deployment.class.getClassLoader());
		logging.beforeInitialize();
		logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
		PostgresDatabases server = infrastructure.postgres().server();
		server.createDatabase(name, name, name);
		List<String> all = new ArrayList<>(List.of("spring.datasource.url=" + server.jdbcUrl(name),
				"spring.datasource.username=" + name, "spring.datasource.password=" + name,
				"kehu.link.peers=" + TestLink.PEERS, "spring.kafka.bootstrap-servers=" + infrastructure.kafka(),
				"spring.data.redis.url=" + infrastructure.redis()));
		Infrastructure.SEALING.forEach((property, value) -> all.add(property + "=" + value));
		this.properties = all.toArray(String[]::new);
	}

	/**
	 * Starts another instance, which is closed with the deployment at the latest.
	 */
	ConfigurableApplicationContext start(String... arguments) {
		Stream<String> all = Stream
			.concat(Stream.of("--server.port=0", "--eureka.client.enabled=false", "--kehu.stop.drain=0s",
					"--kehu.auth.admin.username=ada", "--kehu.auth.admin.password=" + AuthServiceTest.PASSWORD,
					"--kehu.auth.cli.client-secret=" + AuthServiceTest.CLIENT_SECRET, "--" + AuthServiceTest.MEMORY,
					"--" + AuthServiceTest.PASSES), Stream.of(arguments));
		SpringApplication application = new SpringApplication(AuthServiceApplication.class);
		application.setListeners(application.getListeners()
			.stream()
			.filter((listener) -> !(listener instanceof LoggingApplicationListener))
			.toList());
		application.addInitializers(
				(context) -> TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, this.properties));
		ConfigurableApplicationContext instance = application.run(all.toArray(String[]::new));
		this.instances.add(instance);
		return instance;
	}

	@Override
	public void close() {
		this.instances.forEach(ConfigurableApplicationContext::close);
	}

	static int port(ConfigurableApplicationContext instance) {
		return instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

}
