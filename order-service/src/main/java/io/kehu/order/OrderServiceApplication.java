package io.kehu.order;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts the order service.
 */
@SpringBootApplication
@EnableScheduling
public class OrderServiceApplication {

	/**
	 * Starts the process.
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(OrderServiceApplication.class, arguments);
	}

}
