package io.kehu.auth;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts auth-service.
 */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
public class AuthServiceApplication {

	protected AuthServiceApplication() {
	}

	/**
	 * Runs the application.
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(AuthServiceApplication.class, arguments);
	}

}
