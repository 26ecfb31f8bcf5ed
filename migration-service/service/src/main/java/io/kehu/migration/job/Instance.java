package io.kehu.migration.job;

import java.time.Duration;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * This process as one of the instances that share the jobs.
 */
final class Instance {

	/** Instances seen within the lease; one parameter, in seconds. */
	static final String ALIVE = "select id from migration_instance where seen_at > now() - make_interval(secs => :lease)";

	private static final String BEAT = """
			insert into migration_instance (id) values (:id)
			on conflict (id) do update set seen_at = now()""";

	private static final String FORGET = """
			delete from migration_instance where seen_at < now() - interval '1 day'""";

	private final UUID id = UUID.randomUUID();

	private final JdbcClient jdbc;

	private final Duration lease;

	Instance(JdbcClient jdbc, Duration lease) {
		this.jdbc = jdbc;
		this.lease = lease;
	}

	UUID id() {
		return this.id;
	}

	/** Returns the lease in seconds. */
	double lease() {
		return this.lease.toMillis() / 1000.0;
	}

	/** Returns the number of live instances, including this one. */
	int alive() {
		beat();
		return this.jdbc.sql(ALIVE).param("lease", lease()).query(UUID.class).list().size();
	}

	/** Records that this instance is alive. */
	void beat() {
		this.jdbc.sql(BEAT).param("id", this.id).update();
	}

	/** Withdraws this instance, so that the others need not wait for its lease. */
	void leave() {
		this.jdbc.sql("delete from migration_instance where id = :id").param("id", this.id).update();
		this.jdbc.sql(FORGET).update();
	}

}
