package io.kehu.customer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the customer service.
 */
@SpringBootApplication
public class CustomerServiceApplication {

	/**
	 * Starts the process.
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(CustomerServiceApplication.class, arguments);
	}

}
