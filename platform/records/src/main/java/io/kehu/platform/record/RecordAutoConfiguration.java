package io.kehu.platform.record;

import java.time.Clock;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessAutoConfiguration;
import io.kehu.platform.history.History;
import io.kehu.platform.history.HistoryAutoConfiguration;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.outbox.Outbox;
import jakarta.persistence.EntityManagerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/**
 * Auto-configuration for the management of records.
 */
@AutoConfiguration(after = { HistoryAutoConfiguration.class, AccessAutoConfiguration.class }, afterName = {
		"io.kehu.platform.outbox.OutboxAutoConfiguration", "io.kehu.platform.json.JsonAutoConfiguration" })
final class RecordAutoConfiguration {

	@Bean
	@ConditionalOnBean(Outbox.class)
	RecordJournal recordJournal(Outbox outbox, History history, JsonMapper json) {
		return new RecordJournal(outbox, history, json);
	}

	@Bean
	@ConditionalOnBean(RecordJournal.class)
	RecordTools recordTools(RecordJournal journal, RequestJson json, EntityManagerFactory entities, Clock clock,
			Access access) {
		return new RecordTools(journal, json, SharedEntityManagerCreator.createSharedEntityManager(entities), clock,
				access);
	}

	@Bean
	BulkOperations bulkOperations() {
		return new BulkOperations();
	}

}
