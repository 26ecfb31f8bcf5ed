package io.kehu.migration;

import java.time.Duration;

import org.awaitility.Awaitility;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Decides which instance claims a part, and keeps parts from going on: an instance that
 * works on one waits in the middle of it, so that a test comes neither too early nor too
 * late. It is a trigger in the database, so that it works on all instances.
 */
public final class PartGate implements AutoCloseable {

	private static final String TABLES = """
			create table part_route (stage text, number int, instance uuid);
			create table part_gate (stage text, first int, last int, after bigint)""";

	private static final String FUNCTION = """
			create function pass_part_gate() returns trigger language plpgsql as $$
			begin
				if old.state = 'WAITING' and exists (select 1 from part_route r
						where r.stage = old.stage and r.number = old.number and r.instance <> new.instance) then
					return null;
				end if;
				while old.state = 'RUNNING' and exists (select 1 from part_gate g
						where g.stage = old.stage and old.number between g.first and g.last
						and (new.done > g.after or new.state <> 'RUNNING')) loop
					perform pg_sleep(0.05);
				end loop;
				return new;
			end $$""";

	private static final String TRIGGER = """
			create trigger part_gate before update on migration_part for each row
			when (new.state in ('RUNNING', 'DONE')) execute function pass_part_gate()""";

	private final JdbcClient jdbc;

	public PartGate(JdbcClient jdbc) {
		this.jdbc = jdbc;
		jdbc.sql(TABLES).update();
		jdbc.sql(FUNCTION).update();
		jdbc.sql(TRIGGER).update();
	}

	/** Lets one instance alone claim a part. */
	public void route(String stage, int number, String instance) {
		this.jdbc.sql("insert into part_route values (?, ?, cast(? as uuid))").params(stage, number, instance).update();
	}

	/** Lets any instance claim any part. */
	public void unroute() {
		this.jdbc.sql("delete from part_route").update();
	}

	/** Keeps the parts of a stage from the first to the last number from going on. */
	public void shut(String stage, int first, int last) {
		shut(stage, first, last, -1);
	}

	/** Keeps parts from going on that have done more than a certain amount of work. */
	public void shut(String stage, int first, int last, long after) {
		this.jdbc.sql("insert into part_gate values (?, ?, ?, ?)").params(stage, first, last, after).update();
	}

	/** Waits until a number of parts are kept from going on. */
	public void awaitHeld(int count) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(3))
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> this.jdbc.sql(
					"select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'")
				.query(Integer.class)
				.single() >= count);
	}

	/** Lets a part go on. */
	public void open(String stage, int number) {
		this.jdbc.sql("delete from part_gate where stage = ? and ? between first and last")
			.params(stage, number)
			.update();
	}

	/** Lets all parts go on. */
	public void open() {
		this.jdbc.sql("delete from part_gate").update();
	}

	/** Removes everything from the database. */
	@Override
	public void close() {
		open();
		this.jdbc.sql("drop function pass_part_gate cascade").update();
		this.jdbc.sql("drop table part_route, part_gate").update();
	}

}
