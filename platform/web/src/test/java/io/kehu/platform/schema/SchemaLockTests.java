package io.kehu.platform.schema;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import io.kehu.platform.test.infrastructure.Database;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.Server;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@WithInfrastructure(Server.POSTGRES)
class SchemaLockTests {

	@Test
	void instancesThatStartTogetherMigrateOneAfterTheOther(Infrastructure infrastructure) {
		Database database = infrastructure.postgres();
		DataSource source = new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password());
		List<String> migrated = new CopyOnWriteArrayList<>();
		List<CompletableFuture<Void>> other = new CopyOnWriteArrayList<>();
		SchemaLock.during(source, () -> {
			other.add(CompletableFuture.runAsync(() -> SchemaLock.during(source, () -> migrated.add("other"))));
			await().during(Duration.ofSeconds(1)).until(migrated::isEmpty);
			migrated.add("one");
		});
		other.forEach(CompletableFuture::join);
		assertThat(migrated).containsExactly("one", "other");
	}

}
