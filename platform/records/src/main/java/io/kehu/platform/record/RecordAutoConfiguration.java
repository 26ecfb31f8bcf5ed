package io.kehu.platform.record;

import java.time.Clock;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessAutoConfiguration;
import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.cache.CacheFactory;
import io.kehu.platform.export.RecordExport;
import io.kehu.platform.history.History;
import io.kehu.platform.history.HistoryAutoConfiguration;
import io.kehu.platform.json.RequestJson;
import io.kehu.platform.outbox.Outbox;
import io.kehu.platform.permission.PermissionSource;
import io.kehu.platform.personal.SealedCopies;
import io.kehu.platform.query.RecordLists;
import io.kehu.platform.sealed.SealedPlaces;
import io.kehu.platform.sealing.SealedRows;
import io.kehu.platform.sealing.Sealing;
import jakarta.persistence.EntityManagerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.support.ChainedPersistenceExceptionTranslator;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Auto-configuration for the management of records.
 */
@EnableConfigurationProperties(RepublicationProperties.class)
@AutoConfiguration(after = { HistoryAutoConfiguration.class, AccessAutoConfiguration.class },
		afterName = { "io.kehu.platform.outbox.OutboxAutoConfiguration",
				"io.kehu.platform.sealed.SealedAutoConfiguration", "io.kehu.platform.json.JsonAutoConfiguration" })
final class RecordAutoConfiguration {

	@Bean
	@ConditionalOnBean(Outbox.class)
	RecordJournal recordJournal(Outbox outbox, History history, JsonMapper json, SealedCopies copies,
			ObjectProvider<NotedChanges> followers) {
		return new RecordJournal(outbox, history, json, copies, followers.orderedStream().toList());
	}

	@Bean
	SealedCopies sealedCopies(Sealing sealing) {
		return new SealedCopies(sealing);
	}

	@Bean
	RecordSealing recordSealing(Sealing sealing, SealedCopies copies, SealedPlaces places, SealedRows rows,
			JsonMapper json) {
		return new RecordSealing(sealing, copies, places, rows, json);
	}

	@Bean
	@ConditionalOnBean(RecordJournal.class)
	RecordTools recordTools(RecordJournal journal, RequestJson json, EntityManagerFactory entities, Clock clock,
			Access access, RecordTransactions transactions, BulkLoader loader, RecordLocks locks,
			RecordSealing sealing) {
		return new RecordTools(journal, json, SharedEntityManagerCreator.createSharedEntityManager(entities), clock,
				access, transactions, loader, locks, sealing);
	}

	@Bean
	@ConditionalOnBean(RecordJournal.class)
	DueRecords dueRecords(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
		return new DueRecords(jdbc, transactions);
	}

	@Bean
	PermissionSource recordPermissions(ObjectProvider<RecordController<?, ?>> controllers) {
		return () -> controllers.stream()
			.flatMap((controller) -> PermissionsOfRecords.of(controller).stream())
			.toList();
	}

	@Bean
	UpsertDescription upsertDescription() {
		return new UpsertDescription();
	}

	@Bean
	RecordLocks recordLocks(EntityManagerFactory entities) {
		return new RecordLocks(SharedEntityManagerCreator.createSharedEntityManager(entities));
	}

	@Bean
	RecordTransactions recordTransactions(PlatformTransactionManager manager,
			ObjectProvider<PersistenceExceptionTranslator> translators) {
		ChainedPersistenceExceptionTranslator all = new ChainedPersistenceExceptionTranslator();
		translators.forEach(all::addDelegate);
		return new RecordTransactions(manager, all);
	}

	@Bean
	RecordReadings recordReadings(RecordLists lists, History history, RecordExport export,
			RecordTransactions transactions, JsonMapper json, SealedCopies copies) {
		return new RecordReadings(lists, history, export, transactions, json, copies);
	}

	@Bean
	@ConditionalOnBean(RecordTools.class)
	RecordStores recordStores(RecordTools tools, RecordReadings readings, ObjectProvider<CacheFactory> caches) {
		return new RecordStores(tools, readings, caches);
	}

	@Bean(destroyMethod = "stop")
	@ConditionalOnBean(RecordTools.class)
	Republication republication(RecordStores stores, ObjectProvider<RepublishedRecords> others, JdbcTemplate jdbc,
			RepublicationProperties properties) {
		return new Republication(stores, others, jdbc, properties);
	}

	@Bean
	IncludedRecords includedRecords() {
		return new IncludedRecords();
	}

	@Bean
	BulkOperations bulkOperations() {
		return new BulkOperations();
	}

}
