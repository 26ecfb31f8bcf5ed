package io.kehu.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.kehu.platform.test.KehuIntegrationTest;

import org.springframework.context.annotation.Import;

/**
 * A test of the running service, with an administrator {@code ada} and both clients.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KehuIntegrationTest(properties = { "kehu.auth.admin.username=" + AuthServiceTest.USERNAME,
		"kehu.auth.admin.password=" + AuthServiceTest.PASSWORD,
		"kehu.auth.cli.client-secret=" + AuthServiceTest.CLIENT_SECRET,
		"kehu.auth.order-service.client-secret=" + AuthServiceTest.SERVICE_SECRET,
		"kehu.auth.key.secret=" + AuthServiceTest.KEY_SECRET, AuthServiceTest.PATIENT })
@Import(People.class)
public @interface AuthServiceTest {

	String USERNAME = "Ada";

	String PASSWORD = "correct horse battery staple";

	String CLIENT_SECRET = "a-secret-of-the-command-line-client";

	String SERVICE_SECRET = "a-secret-of-the-order-service";

	/** The machine that runs the tests may be busy. */
	String PATIENT = "spring.data.redis.timeout=20s";

	String KEY_SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

}
