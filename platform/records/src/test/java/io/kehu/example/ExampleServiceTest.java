package io.kehu.example;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.kehu.platform.test.KehuIntegrationTest;

/**
 * Starts the example with all servers. Test classes that carry it share one context.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KehuIntegrationTest(classes = ExampleService.class, properties = "spring.application.name=example-service")
public @interface ExampleServiceTest {

}
