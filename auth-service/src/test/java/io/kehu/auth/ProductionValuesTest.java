package io.kehu.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.kehu.platform.test.KehuIntegrationTest;

import org.springframework.context.annotation.Import;

/**
 * A test of the service with the production values for hashing and refusing.
 */
@OwnInstance
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KehuIntegrationTest(properties = { "kehu.auth.admin.username=" + AuthServiceTest.USERNAME,
		"kehu.auth.admin.password=" + AuthServiceTest.PASSWORD,
		"kehu.auth.cli.client-secret=" + AuthServiceTest.CLIENT_SECRET,
		"kehu.auth.key.secret=" + AuthServiceTest.KEY_SECRET, AuthServiceTest.PATIENT })
@Import({ People.class, CountedPasswords.class })
@interface ProductionValuesTest {

}
