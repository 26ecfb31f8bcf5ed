package io.kehu.auth;

import java.util.concurrent.atomic.AtomicInteger;

import io.kehu.platform.embedded.PostgresServer;
import io.kehu.platform.embedded.ServerSettings;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * A PostgreSQL server for all tests, and an empty database in it for each.
 */
final class Databases {

	private static final AtomicInteger count = new AtomicInteger();

	private static final PostgresServer server = start();

	private Databases() {
	}

	/**
	 * Creates a database and returns the properties with which a service finds it.
	 */
	static String[] create() {
		String name = "auth_" + count.incrementAndGet();
		server.databases().createDatabase(name, name, name);
		return new String[] { "spring.datasource.url=" + server.databases().jdbcUrl(name),
				"spring.datasource.username=" + name, "spring.datasource.password=" + name };
	}

	private static PostgresServer start() {
		PostgresServer server = new PostgresServer(ServerSettings.forTests());
		server.start();
		Runtime.getRuntime().addShutdownHook(new Thread(server::close));
		return server;
	}

	/**
	 * Gives the context a database of its own.
	 */
	static class Fresh implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context, create());
		}

	}

}
