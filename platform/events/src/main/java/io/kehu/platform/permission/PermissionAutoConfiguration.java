package io.kehu.platform.permission;

import java.time.Clock;

import io.kehu.platform.outbox.Outbox;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Auto-configuration for the announcement of permissions.
 */
@AutoConfiguration(afterName = "io.kehu.platform.outbox.OutboxAutoConfiguration")
final class PermissionAutoConfiguration {

	@Bean
	PermissionAnnouncer permissionAnnouncer(Environment environment, ObjectProvider<PermissionSource> sources,
			Outbox outbox, PlatformTransactionManager transactions, Clock clock) {
		return new PermissionAnnouncer(environment.getRequiredProperty("spring.application.name"), sources, outbox,
				new TransactionTemplate(transactions), clock);
	}

}
