package io.kehu.migration.live;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.matching.RecordReference;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Records the external ids of customers that applications are creating, before they ask
 * customer-service to do so and until its answers are recorded.
 */
@Repository
class CreationIntents {

	private static final String ADD = """
			insert into application_intent (job_id, system, external_id) values (?, ?, ?) on conflict do nothing""";

	private static final String ANOTHER = """
			select exists (select 1 from application_intent
			where system = :system and external_id = :key and job_id <> :job)""";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	CreationIntents(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	void add(UUID job, Collection<RecordReference> keys) {
		this.batches.batchUpdate(ADD,
				keys.stream().map((key) -> new Object[] { job, key.source(), key.key() }).toList());
	}

	/** Returns the external ids that an application has recorded. */
	List<RecordReference> of(UUID job) {
		return this.jdbc.sql("select system, external_id from application_intent where job_id = :job order by 1, 2")
			.param("job", job)
			.query((row, number) -> new RecordReference(row.getString(1), row.getString(2)))
			.list();
	}

	/** Returns whether another application is creating a customer with an external id. */
	boolean ofAnother(UUID job, RecordReference key) {
		return this.jdbc.sql(ANOTHER)
			.param("job", job)
			.param("system", key.source())
			.param("key", key.key())
			.query(Boolean.class)
			.single();
	}

	void clear(UUID job) {
		this.jdbc.sql("delete from application_intent where job_id = :job").param("job", job).update();
	}

}
