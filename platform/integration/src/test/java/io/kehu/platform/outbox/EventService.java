package io.kehu.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A running instance of a service whose aggregates are counters: a row with a version,
 * and an event for each version.
 */
final class EventService implements AutoCloseable {

	static final String TYPE = "io.kehu.counter.counted.v1";

	private final ConfigurableApplicationContext context;

	private final String topic;

	EventService(EventServers servers, String name, String database, Object... more) {
		this(name, database, servers.bootstrapServers(), more);
	}

	EventService(String name, String database, String kafka, Object[] more) {
		this.topic = "kehu." + name;
		List<Object> settings = new ArrayList<>(Stream.of(more).toList());
		settings.add("kehu.outbox.topics=" + this.topic);
		this.context = EventsApplication.start(name, database, kafka, settings.toArray());
		jdbc().execute("create table if not exists counter (id uuid primary key, version bigint not null)");
	}

	String topic() {
		return this.topic;
	}

	JdbcTemplate jdbc() {
		return this.context.getBean(JdbcTemplate.class);
	}

	TransactionTemplate transaction() {
		return new TransactionTemplate(this.context.getBean(PlatformTransactionManager.class));
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	Outbox outbox() {
		return bean(Outbox.class);
	}

	OutgoingEvent event(UUID key, long version) {
		return new OutgoingEvent(this.topic, TYPE, key, version, Map.of("count", version));
	}

	/** Stores an event without a change to a counter. */
	void append(UUID key, long version) {
		transaction().executeWithoutResult((status) -> outbox().append(event(key, version)));
	}

	/** Increments a counter, and returns its version after the commit. */
	long count(UUID key) {
		Long version = transaction().execute((status) -> {
			Long next = jdbc().queryForObject("""
					insert into counter values (?, 1)
					on conflict (id) do update set version = counter.version + 1 returning version""", Long.class, key);
			outbox().append(event(key, next));
			return next;
		});
		return version;
	}

	/** Returns the version of each aggregate in the database. */
	Map<UUID, Long> counted() {
		Map<UUID, Long> counted = new HashMap<>();
		jdbc().query("select id, version from counter", (row) -> {
			counted.put(row.getObject(1, UUID.class), row.getLong(2));
		});
		return counted;
	}

	int waiting() {
		return jdbc().queryForObject("select count(*) from outbox", Integer.class);
	}

	void awaitEmptyOutbox() {
		Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> waiting() == 0);
	}

	boolean leads() {
		return this.context.getBean(OutboxMetrics.class).leads();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
