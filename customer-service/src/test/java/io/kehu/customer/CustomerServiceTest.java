package io.kehu.customer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.kehu.platform.test.KehuIntegrationTest;

/**
 * Starts customer-service with all servers. Test classes that carry it share one context.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KehuIntegrationTest(
		properties = { "kehu.outbox.topics=kehu.orders,kehu.users", "kehu.activity.outgoing-mail.interval=PT1H",
				"kehu.campaign.interval=PT1H", "kehu.webhooks.allowed=127.0.0.0/8" })
public @interface CustomerServiceTest {

}
