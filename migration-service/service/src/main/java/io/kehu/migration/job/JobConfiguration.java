package io.kehu.migration.job;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.kehu.platform.query.ListFields;
import io.kehu.platform.query.RecordList;
import io.kehu.platform.query.RecordLists;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Puts together what runs jobs.
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

	static Map<String, JobKind> byName(Map<String, JobKind> beans) {
		return beans.values().stream().collect(Collectors.toUnmodifiableMap(JobKind::name, Function.identity()));
	}

	@Bean
	RecordList<MigrationJob> migrationJobList(RecordLists lists) {
		return lists.create(MigrationJob.class, FIELDS);
	}

	@Bean
	Instance migrationInstance(JdbcClient jdbc, JobProperties properties) {
		return new Instance(jdbc, properties.lease());
	}

	@Bean(destroyMethod = "close")
	WorkBell workBell(JobProperties properties, KafkaAdmin admin, ProducerFactory<?, ?> producers,
			ConsumerFactory<?, ?> consumers) {
		return new WorkBell(properties.topic(), admin, producers, consumers);
	}

	@Bean
	JobLeader jobLeader(Map<String, JobKind> kinds, JobRepository repository, JobOperator operator, JobEnds ends,
			JobCrew crew, JsonMapper json) {
		return new JobLeader(byName(kinds), repository, operator, ends, crew, json);
	}

	@Bean
	Worker jobWorker(Map<String, JobKind> kinds, JobRepository repository, JobCrew crew, JsonMapper json) {
		return new Worker(byName(kinds), repository, crew, json);
	}

	@Bean
	JobShift jobShift(JobCrew crew, JobLeader leader, Worker worker) {
		return new JobShift(crew, leader, worker);
	}

}
