package io.kehu.example;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A service with nothing but the example.
 */
@SpringBootApplication(proxyBeanMethods = false)
class ExampleService {

}
