package io.kehu.platform.inbox;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.kehu.platform.outbox.EventServers;
import io.kehu.platform.outbox.EventsApplication;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * A running service that stores the names of another service's customers, and fails on
 * one particular name.
 */
final class NameReplica implements AutoCloseable {

	static final int RETRIES = 2;

	private final ConfigurableApplicationContext context;

	NameReplica(EventServers servers, String topic) {
		this.context = EventsApplication.start("replica-of-" + topic, servers.freshDatabase(),
				servers.bootstrapServers(), Consumers.class, "replica.topic=" + topic, "kehu.inbox.retries=" + RETRIES,
				"kehu.inbox.first-pause=20ms", "spring.datasource.hikari.connection-timeout=2000");
	}

	void awaitName(UUID key, String name) {
		Awaitility.await().ignoreExceptions().until(() -> names(key).equals(List.of(name)));
	}

	List<String> names(UUID key) {
		return jdbc().queryForList("select name from replica where key = ?", String.class, key);
	}

	/** Returns how often an event with the key has taken effect. */
	int effects(UUID key) {
		return jdbc().queryForObject("select count(*) from effect where key = ? and consumer = 'names'", Integer.class,
				key);
	}

	int witnessed(UUID key) {
		return jdbc().queryForObject("select count(*) from effect where key = ? and consumer = 'witness'",
				Integer.class, key);
	}

	/** Makes the consumer accept all names from now on. */
	void cure() {
		names().poison = "nothing";
	}

	int attempts() {
		return names().attempts.get();
	}

	/** Returns the number of transactions that could not be started. */
	int failedTransactions() {
		return this.context.getBean(FailedTransactions.class).count.get();
	}

	DeadLetters deadLetters() {
		return this.context.getBean(DeadLetters.class);
	}

	long waiting() {
		return deadLetters().waiting()
			.stream()
			.filter((waiting) -> waiting.consumer().endsWith(".names"))
			.mapToLong(DeadLetters.Waiting::deadLetters)
			.sum();
	}

	/** Returns the value of a metric of the consumer of names. */
	double metric(String name, String... tags) {
		return this.context.getBean(MeterRegistry.class)
			.get(name)
			.tag("consumer", this.context.getEnvironment().getProperty("spring.application.name") + ".names")
			.tags(tags)
			.meter()
			.measure()
			.iterator()
			.next()
			.getValue();
	}

	private Names names() {
		return this.context.getBean(Names.class);
	}

	private JdbcTemplate jdbc() {
		return this.context.getBean(JdbcTemplate.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	static class Consumers {

		@Bean
		Names names(JdbcTemplate jdbc, Environment environment) {
			jdbc.execute("create table replica (key uuid primary key, name text not null)");
			jdbc.execute("create table effect (consumer text, key uuid)");
			return new Names(jdbc, Set.of(environment.getRequiredProperty("replica.topic")));
		}

		@Bean
		MeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

		@Bean
		FailedTransactions failedTransactions() {
			return new FailedTransactions(new AtomicInteger());
		}

		@Bean
		Witness witness(JdbcTemplate jdbc, Names names) {
			return new Witness(jdbc, names.topics());
		}

	}

	static final class Names implements EventConsumer {

		private final AtomicInteger attempts = new AtomicInteger();

		private final JdbcTemplate jdbc;

		private final Set<String> topics;

		private volatile String poison = "poison";

		Names(JdbcTemplate jdbc, Set<String> topics) {
			this.jdbc = jdbc;
			this.topics = topics;
		}

		@Override
		public String name() {
			return "names";
		}

		@Override
		public Set<String> topics() {
			return this.topics;
		}

		@Override
		public void accept(List<IncomingEvent> events) {
			this.attempts.incrementAndGet();
			for (IncomingEvent event : events) {
				this.jdbc.update("insert into effect values ('names', ?)", event.key());
				if (event.tombstone()) {
					this.jdbc.update("delete from replica where key = ?", event.key());
					continue;
				}
				Named named = event.data(Named.class);
				if (this.poison.equals(named.name())) {
					throw new IllegalStateException("Cannot stand " + named);
				}
				this.jdbc.update(
						"insert into replica values (?, ?) on conflict (key) do update set name = excluded.name",
						event.key(), (named.name() != null) ? named.name() : "unknown");
			}
		}

	}

	/** A field that is read, and one that is never sent. */
	record Named(@Nullable String name, int rank) {
	}

	record FailedTransactions(AtomicInteger count) implements TransactionExecutionListener {

		@Override
		public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
			if (failure != null) {
				this.count.incrementAndGet();
			}
		}

	}

	record Witness(JdbcTemplate jdbc, Set<String> topics) implements EventConsumer {

		@Override
		public String name() {
			return "witness";
		}

		@Override
		public void accept(List<IncomingEvent> events) {
			events.forEach((event) -> this.jdbc.update("insert into effect values ('witness', ?)", event.key()));
		}

	}

}
