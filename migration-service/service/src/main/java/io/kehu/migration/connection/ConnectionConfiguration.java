package io.kehu.migration.connection;

import io.kehu.migration.access.StewardAccess;
import io.kehu.platform.access.ShareStore;
import io.kehu.platform.access.Shares;
import io.kehu.platform.idempotency.ReplayCheck;
import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.query.RecordLists;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Declares the list of connections.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
class ConnectionConfiguration {

	private static final ListFields<DatabaseConnection> FIELDS = ListFields
		.<DatabaseConnection>of("database_connection c", "c.deleted_at is null", "c.id", DatabaseConnection::id)
		.text("name", "c.name", DatabaseConnection::name)
		.instant("createdAt", "c.created_at", DatabaseConnection::createdAt);

	@Bean
	AllowedHosts allowedHosts(ConnectionProperties properties) {
		return new AllowedHosts(properties.allowedHosts());
	}

	@Bean
	RecordList<DatabaseConnection> databaseConnectionList(RecordLists lists) {
		return lists.create(DatabaseConnection.class, FIELDS);
	}

	@Bean
	ReplayCheck connectionReplays(StewardAccess access) {
		return (id) -> access.checkNotHidden(DatabaseConnection.class, id, "connection");
	}

	@Bean
	Shares connectionShares(ShareStore shares) {
		return shares.of(DatabaseConnection.class, "connection");
	}

}
