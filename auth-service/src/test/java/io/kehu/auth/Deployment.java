package io.kehu.auth;

import java.util.stream.Stream;

import io.kehu.platform.embedded.PostgresDatabases;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.link.TestLink;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * A database for any number of instances of auth-service, started one after another or at
 * the same time.
 */
class Deployment {

	private final String[] properties;

	Deployment(Infrastructure infrastructure, String name) {
		PostgresDatabases server = infrastructure.postgres().server();
		server.createDatabase(name, name, name);
		this.properties = new String[] { "spring.datasource.url=" + server.jdbcUrl(name),
				"spring.datasource.username=" + name, "spring.datasource.password=" + name,
				"kehu.link.peers=" + TestLink.PEERS, "spring.kafka.bootstrap-servers=" + infrastructure.kafka(),
				"spring.data.redis.url=" + infrastructure.redis() };
	}

	/**
	 * Starts another instance, which the caller closes.
	 */
	ConfigurableApplicationContext start(String... arguments) {
		Stream<String> all = Stream
			.concat(Stream.of("--server.port=0", "--eureka.client.enabled=false", "--kehu.stop.drain=0s",
					"--kehu.auth.admin.username=ada", "--kehu.auth.admin.password=" + AuthServiceTest.PASSWORD,
					"--kehu.auth.cli.client-secret=" + AuthServiceTest.CLIENT_SECRET, "--" + AuthServiceTest.MEMORY,
					"--" + AuthServiceTest.PASSES), Stream.of(arguments));
		return new SpringApplicationBuilder(AuthServiceApplication.class)
			.initializers(
					(context) -> TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, this.properties))
			.run(all.toArray(String[]::new));
	}

	static int port(ConfigurableApplicationContext instance) {
		return instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

}
