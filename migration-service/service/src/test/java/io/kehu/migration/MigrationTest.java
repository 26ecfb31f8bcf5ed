package io.kehu.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.kehu.migration.live.CustomerServiceStandIn;
import io.kehu.platform.test.KehuIntegrationTest;
import io.kehu.platform.test.infrastructure.Server;

import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/**
 * Starts the whole service over real servers, beside a stand-in for customer-service. All
 * classes share one configuration, hence one context.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KehuIntegrationTest(properties = { "kehu.migration.staging.folder=target/staging-of-tests",
		"kehu.migration.staging.keys=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
		"kehu.migration.staging.rows-per-partition=100", "kehu.migration.jobs.beat=100ms",
		"kehu.migration.jobs.lease=4s", "kehu.migration.jobs.poll=25ms", "kehu.migration.jobs.progress=50ms",
		"kehu.migration.jobs.outage-pause=100ms", "kehu.migration.linkage.shared-from=1000",
		"kehu.migration.connections.allowed-hosts=127.0.0.1,localhost,10.1.0.0/16",
		"spring.datasource.hikari.connection-timeout=30000", "spring.http.clients.connect-timeout=10s",
		"spring.http.clients.read-timeout=30s" })
@Import({ Steward.class, CustomerServiceStandIn.class })
public @interface MigrationTest {

	/**
	 * The servers that the class needs for itself alone.
	 * @return the servers, none by default
	 */
	@AliasFor(annotation = KehuIntegrationTest.class, attribute = "dedicated")
	Server[] dedicated() default {};

}
