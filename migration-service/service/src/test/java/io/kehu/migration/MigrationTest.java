package io.kehu.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.kehu.platform.test.KehuIntegrationTest;
import io.kehu.platform.test.infrastructure.Server;

import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/**
 * Starts the whole service over real servers, with a staging folder of its own and with
 * patience for a slow machine.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KehuIntegrationTest(properties = { "kehu.migration.staging.folder=target/staging-of-tests",
		"kehu.migration.staging.keys=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
		"kehu.migration.staging.rows-per-partition=100", "kehu.migration.jobs.beat=200ms",
		"spring.datasource.hikari.connection-timeout=30000", "spring.http.clients.connect-timeout=10s",
		"spring.http.clients.read-timeout=30s" })
@Import(Steward.class)
public @interface MigrationTest {

	/**
	 * The servers that the class gets for itself alone.
	 * @return the servers, none unless said otherwise
	 */
	@AliasFor(annotation = KehuIntegrationTest.class, attribute = "dedicated")
	Server[] dedicated() default {};

}
