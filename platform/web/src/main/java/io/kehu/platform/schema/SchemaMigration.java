package io.kehu.platform.schema;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * Migrates the database of a service and ends, for deployments that do so before they
 * start new instances. It runs on the class path of the service, whose configuration it
 * reads.
 */
public final class SchemaMigration {

	private SchemaMigration() {
	}

	/**
	 * Migrates the database.
	 * @param args properties, as a service takes them
	 */
	public static void main(String[] args) {
		new SpringApplicationBuilder(Databases.class).web(WebApplicationType.NONE).run(args).close();
	}

	/**
	 * The beans that migrate.
	 */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, SchemaAutoConfiguration.class,
			FlywayAutoConfiguration.class })
	static class Databases {

	}

}
