package io.kehu.migration.live;

import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Records which applications are being undone or have been. An application and its undo
 * must never run at the same time, nor may two undos of it.
 */
@Repository
class ApplicationUndos {

	private static final String BEGIN = """
			insert into application_undo (application_id, undo_id) values (:application, :undo)
			on conflict (application_id) do update set undo_id = :undo""";

	private static final String RUNNING = """
			select u.undo_id from application_undo u join migration_job j on j.id = u.undo_id
			where u.application_id = :application and j.status in ('QUEUED', 'RUNNING', 'STOPPING')""";

	private final JdbcClient jdbc;

	ApplicationUndos(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Waits until no other transaction begins to undo an application, or restarts it or
	 * an undo of it; others wait for the current one.
	 */
	void lock(UUID application) {
		this.jdbc.sql("select id from migration_job where id = :id for update")
			.param("id", application)
			.query(UUID.class)
			.optional();
	}

	void begin(UUID application, UUID undo) {
		this.jdbc.sql(BEGIN).param("application", application).param("undo", undo).update();
	}

	/** Returns the latest undo of an application. */
	Optional<UUID> latest(UUID application) {
		return this.jdbc.sql("select undo_id from application_undo where application_id = :application")
			.param("application", application)
			.query(UUID.class)
			.optional();
	}

	/** Returns the undo of an application that has not ended. */
	Optional<UUID> running(UUID application) {
		return this.jdbc.sql(RUNNING).param("application", application).query(UUID.class).optional();
	}

	static ProblemException illegal(String detail) {
		return ProblemException.of(HttpStatus.CONFLICT, "illegal-transition", detail);
	}

}
