package io.kehu.migration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Runs the migration service.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class MigrationServiceApplication {

	protected MigrationServiceApplication() {
	}

	/**
	 * Starts the service.
	 * @param arguments Spring Boot's command line
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(MigrationServiceApplication.class, arguments);
	}

}
