package io.kehu.discovery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;

/**
 * Runs the Eureka server with which all other processes register.
 */
@SpringBootApplication(proxyBeanMethods = false)
@EnableEurekaServer
public class DiscoveryApplication {

	protected DiscoveryApplication() {
	}

	/**
	 * Starts the registry.
	 * @param arguments Spring Boot's command line
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(DiscoveryApplication.class, arguments);
	}

}
