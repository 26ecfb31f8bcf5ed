package io.kehu.migration.job;

import java.util.List;

import io.kehu.migration.access.StewardAccess;
import io.kehu.platform.access.ShareStore;
import io.kehu.platform.access.Shares;
import io.kehu.platform.idempotency.ReplayCheck;
import io.kehu.platform.permission.AnnouncedPermission;
import io.kehu.platform.permission.PermissionSource;
import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.query.RecordLists;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Configures the processing of jobs.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobProperties.class)
class JobConfiguration {

	private static final ListFields<MigrationJob> FIELDS = ListFields
		.<MigrationJob>of("migration_job j", "true", "j.id", MigrationJob::id)
		.enumeration("status", "j.status", JobStatus.class)
		.text("kind", "j.kind", MigrationJob::kind)
		.reference("dataSetId", "j.data_set_id")
		.instant("createdAt", "j.created_at", MigrationJob::createdAt);

	@Bean
	PermissionSource migrationPermissions() {
		return () -> List.of(new AnnouncedPermission("migration:read", "See migrations and their reports", true, null),
				new AnnouncedPermission("migration:write", "Run and undo migrations", true, null));
	}

	@Bean
	RecordList<MigrationJob> migrationJobList(RecordLists lists) {
		return lists.create(MigrationJob.class, FIELDS);
	}

	@Bean
	Instance migrationInstance(JdbcClient jdbc, JobProperties properties) {
		return new Instance(jdbc, properties.lease());
	}

	@Bean
	Worker jobWorker(JobContext context, JsonMapper json) {
		return new Worker(context, json);
	}

	@Bean
	JobLeader jobLeader(JobContext context, JobCompletion completion, Worker worker) {
		return new JobLeader(context, completion, worker);
	}

	@Bean
	JobScheduler jobScheduler(JobContext context, JobLeader leader, Worker worker) {
		return new JobScheduler(context, leader, worker);
	}

	@Bean
	ReplayCheck jobReplays(StewardAccess access) {
		return (id) -> access.checkNotHidden(MigrationJob.class, id, "job");
	}

	@Bean
	Shares jobShares(ShareStore shares) {
		return shares.of(MigrationJob.class, "job");
	}

}
