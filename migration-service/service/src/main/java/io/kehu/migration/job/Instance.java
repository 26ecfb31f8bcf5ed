package io.kehu.migration.job;

import java.time.Duration;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * This process among those that share the jobs, and which of the others are alive.
 */
final class Instance {

	/** Instances that have spoken within the lease; one parameter, in seconds. */
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

	/** The lease in seconds. */
	double lease() {
		return this.lease.toMillis() / 1000.0;
	}

	/** How many instances are alive, this one included. */
	int alive() {
		beat();
		return this.jdbc.sql(ALIVE).param("lease", lease()).query(UUID.class).list().size();
	}

	void beat() {
		this.jdbc.sql(BEAT).param("id", this.id).update();
	}

	/** Says that this instance takes part no more, so that nobody waits for it. */
	void leave() {
		this.jdbc.sql("delete from migration_instance where id = :id").param("id", this.id).update();
		this.jdbc.sql(FORGET).update();
	}

}
