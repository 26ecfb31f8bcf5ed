package io.kehu.platform.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import io.kehu.platform.id.Ids;
import io.kehu.platform.tracing.CurrentTrace;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores the events of a change in the transaction of the change, so that either both are
 * committed or neither is.
 */
public final class Outbox {

	/**
	 * Inserts any number of events with one statement; ids are assigned in the given
	 * order.
	 */
	private static final String INSERT = """
			insert into outbox (ce_id, topic, type, key, version, time, traceparent, data)
			select ce_id, topic, type, key, version, ?, ?, data
			from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::bytea[])
			with ordinality as event (ce_id, topic, type, key, version, data, position)
			order by position""";

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	private final Clock clock;

	private final EventTopics topics;

	private final CurrentTrace trace;

	private final TransactionSynchronization wake;

	Outbox(JdbcTemplate jdbc, JsonMapper json, Clock clock, CurrentTrace trace, EventTopics topics,
			Runnable afterCommit) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
		this.trace = trace;
		this.topics = topics;
		this.wake = new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				afterCommit.run();
			}

		};
	}

	/**
	 * Declares a topic that the service publishes to, for beans to call when they are
	 * created. It is created if it does not exist, compacted and with the same partitions
	 * as all topics.
	 */
	public void publishes(String topic) {
		this.topics.add(topic);
	}

	/** Returns the topics that the service publishes to. */
	public Set<String> topics() {
		return Set.copyOf(this.topics.names());
	}

	/**
	 * Stores one event in the current transaction.
	 * @param event the event
	 * @throws IllegalStateException if there is no transaction
	 * @throws IllegalArgumentException if the service does not declare the topic
	 */
	public void append(OutgoingEvent event) {
		appendAll(List.of(event));
	}

	/**
	 * Stores events in the current transaction, with one statement and in the given
	 * order.
	 * @param events the events, possibly none
	 * @throws IllegalStateException if there is no transaction
	 * @throws IllegalArgumentException if the service does not declare a topic
	 */
	public void appendAll(Collection<OutgoingEvent> events) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("An event is appended in the transaction of its change; there is none");
		}
		if (events.isEmpty()) {
			return;
		}
		events.forEach(this::requireDeclaredTopic);
		Instant now = this.clock.instant();
		this.jdbc.update((connection) -> insert(connection, List.copyOf(events), now));
		TransactionSynchronizationManager.registerSynchronization(this.wake);
	}

	private void requireDeclaredTopic(OutgoingEvent event) {
		if (!this.topics.names().contains(event.topic())) {
			throw new IllegalArgumentException(
					"Topic %s is not among those declared: %s".formatted(event.topic(), this.topics.names()));
		}
	}

	private PreparedStatement insert(Connection connection, List<OutgoingEvent> events, Instant now)
			throws SQLException {
		PreparedStatement statement = connection.prepareStatement(INSERT);
		statement.setTimestamp(1, Timestamp.from(now));
		statement.setString(2, this.trace.place().header());
		statement.setArray(3, array(connection, "uuid", events, (event) -> Ids.next(), UUID[]::new));
		statement.setArray(4, array(connection, "text", events, OutgoingEvent::topic, String[]::new));
		statement.setArray(5, array(connection, "text", events, OutgoingEvent::type, String[]::new));
		statement.setArray(6, array(connection, "uuid", events, OutgoingEvent::key, UUID[]::new));
		statement.setArray(7, array(connection, "bigint", events, OutgoingEvent::version, Long[]::new));
		statement.setArray(8, connection.createArrayOf("bytea", data(events)));
		return statement;
	}

	private static <T> Array array(Connection connection, String type, List<OutgoingEvent> events,
			Function<OutgoingEvent, T> value, IntFunction<T[]> array) throws SQLException {
		return connection.createArrayOf(type, events.stream().map(value).toArray(array));
	}

	private byte[] @Nullable [] data(List<OutgoingEvent> events) {
		byte[][] data = new byte[events.size()][];
		for (int i = 0; i < data.length; i++) {
			Object record = events.get(i).data();
			data[i] = (record != null) ? this.json.writeValueAsBytes(record) : null;
		}
		return data;
	}

}
