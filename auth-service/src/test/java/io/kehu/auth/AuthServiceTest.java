package io.kehu.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.kehu.platform.test.KehuIntegrationTest;

import org.springframework.context.annotation.Import;

/**
 * A test of the running service, with an administrator {@code ada} and the built-in
 * clients. The classes share one context, which hashes passwords cheaply and refuses
 * logins without delay; {@link SameWorkTests} uses the production values.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KehuIntegrationTest(properties = { "kehu.auth.admin.username=" + AuthServiceTest.USERNAME,
		"kehu.auth.admin.password=" + AuthServiceTest.PASSWORD,
		"kehu.auth.cli.client-secret=" + AuthServiceTest.CLIENT_SECRET,
		"kehu.auth.order-service.client-secret=" + AuthServiceTest.SERVICE_SECRET,
		"kehu.auth.key.secret=" + AuthServiceTest.KEY_SECRET, AuthServiceTest.PATIENT, AuthServiceTest.MEMORY,
		AuthServiceTest.PASSES, AuthServiceTest.PROMPT, AuthServiceTest.MAIL, AuthServiceTest.ATTENTIVE })
@Import({ People.class, TestClock.class })
public @interface AuthServiceTest {

	String USERNAME = "Ada";

	String PASSWORD = "correct horse battery staple";

	String CLIENT_SECRET = "a-secret-of-the-command-line-client";

	String SERVICE_SECRET = "a-secret-of-the-order-service";

	/** The machine that runs the tests may be busy. */
	String PATIENT = "spring.data.redis.timeout=20s";

	/** New topics of permissions are noticed at once. */
	String ATTENTIVE = "spring.kafka.consumer.properties.metadata.max.age.ms=500";

	String MEMORY = "kehu.auth.argon2.memory=64";

	String PASSES = "kehu.auth.argon2.passes=1";

	String PROMPT = "kehu.auth.login.refused-after=1ms";

	/** Each test class that reads e-mails empties this folder first. */
	String MAIL_FOLDER = "target/mail";

	String MAIL = "kehu.mail.folder=" + MAIL_FOLDER;

	String KEY_SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

}
