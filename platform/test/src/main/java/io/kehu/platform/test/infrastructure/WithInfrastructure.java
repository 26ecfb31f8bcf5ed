package io.kehu.platform.test.infrastructure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class real servers, with Spring (also in a slice such as
 * {@code @DataJpaTest}) or without.
 * <p>
 * The servers are shared by all classes of a JVM, and each class finds them empty: no
 * events, no consumer groups, no keys, and an unused database. Classes with the same
 * context configuration share one context; its database is reset to its state after the
 * start, and beans that are {@link io.kehu.platform.test.Renewable} discard their state.
 * An {@link Infrastructure} is a bean of the context and a parameter of tests.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InfrastructureParameter.class)
public @interface WithInfrastructure {

	/**
	 * The servers that the class needs.
	 * @return the servers, all unless said otherwise
	 */
	Server[] value() default { Server.POSTGRES, Server.KAFKA, Server.REDIS };

	/**
	 * The servers that the class gets for itself alone, so that it may stop, kill and
	 * pause them.
	 * @return the servers, none unless said otherwise
	 */
	Server[] dedicated() default {};

}
