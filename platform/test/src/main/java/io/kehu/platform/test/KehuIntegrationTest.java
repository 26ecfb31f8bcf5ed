package io.kehu.platform.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.kehu.platform.test.infrastructure.Server;
import io.kehu.platform.test.infrastructure.WithInfrastructure;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AliasFor;

/**
 * Starts the whole service on a random port with real servers around it.
 * <p>
 * The test may inject an {@code HttpProbe}, an {@code EventProbe} and the
 * {@code Infrastructure}. Classes that are configured alike share one context.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithInfrastructure
public @interface KehuIntegrationTest {

	/**
	 * The servers that the class needs.
	 * @return the servers, all unless said otherwise
	 */
	@AliasFor(annotation = WithInfrastructure.class, attribute = "value")
	Server[] value() default { Server.POSTGRES, Server.KAFKA, Server.REDIS };

	/**
	 * The servers that the class gets for itself alone.
	 * @return the servers, none unless said otherwise
	 */
	@AliasFor(annotation = WithInfrastructure.class, attribute = "dedicated")
	Server[] dedicated() default {};

	/**
	 * The configuration to start instead of the service's application class.
	 * @return the classes
	 */
	@AliasFor(annotation = SpringBootTest.class, attribute = "classes")
	Class<?>[] classes() default {};

	/**
	 * Properties of this test.
	 * @return the properties as {@code name=value}
	 */
	@AliasFor(annotation = SpringBootTest.class, attribute = "properties")
	String[] properties() default {};

}
