package io.kehu.platform.inbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Records which versions of an aggregate a consumer has handled, in the transaction of
 * their effect.
 */
final class Inbox {

	/**
	 * Claims rows in the order of their keys, so that two batches cannot deadlock.
	 */
	private static final String CLAIM = """
			insert into inbox as claimed (consumer, topic, key, version, ce_id)
			select ?, topic, key, version, ce_id
			from unnest(?::text[], ?::uuid[], ?::bigint[], ?::uuid[]) as event (topic, key, version, ce_id)
			order by topic, key
			on conflict (consumer, topic, key)
			do update set version = excluded.version, ce_id = excluded.ce_id, claimed_at = excluded.claimed_at
			where claimed.version < excluded.version
			returning new.topic, new.key, old.version""";

	private final JdbcTemplate jdbc;

	Inbox(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Claims one event in the current transaction.
	 * @param consumer the consumer's name
	 * @param event the event
	 * @return false if the consumer has already handled this version or a newer one
	 * @throws IllegalStateException if there is no transaction
	 */
	boolean claim(String consumer, IncomingEvent event) {
		return !claimAll(consumer, List.of(event)).isEmpty();
	}

	/**
	 * Claims events in the current transaction, with one statement.
	 * @param consumer the consumer's name
	 * @param events the events, in the order of their arrival
	 * @return the events that are new to the consumer, in the same order
	 * @throws IllegalStateException if there is no transaction
	 */
	List<IncomingEvent> claimAll(String consumer, Collection<IncomingEvent> events) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("An event is claimed in the transaction of its effect; there is none");
		}
		if (events.isEmpty()) {
			return List.of();
		}
		Map<Aggregate, IncomingEvent> newest = new HashMap<>();
		events.forEach((event) -> newest.merge(Aggregate.of(event), event,
				(left, right) -> (right.version() > left.version()) ? right : left));
		Map<Aggregate, Long> handled = claimNewest(consumer, List.copyOf(newest.values()));
		return events.stream().filter((event) -> advances(handled, event)).toList();
	}

	/**
	 * Returns whether the version of an event is higher than the one handled, and if so,
	 * updates the latter in the map.
	 */
	private static boolean advances(Map<Aggregate, Long> handled, IncomingEvent event) {
		Aggregate aggregate = Aggregate.of(event);
		Long version = handled.get(aggregate);
		if (version == null || event.version() <= version) {
			return false;
		}
		handled.put(aggregate, event.version());
		return true;
	}

	private Map<Aggregate, Long> claimNewest(String consumer, List<IncomingEvent> newest) {
		Map<Aggregate, Long> handled = new HashMap<>();
		this.jdbc.query((connection) -> claim(connection, consumer, newest), (row) -> {
			Long version = row.getObject(3, Long.class);
			handled.put(new Aggregate(row.getString(1), row.getObject(2, UUID.class)),
					(version != null) ? version : Long.MIN_VALUE);
		});
		return handled;
	}

	private static PreparedStatement claim(Connection connection, String consumer, List<IncomingEvent> newest)
			throws SQLException {
		PreparedStatement statement = connection.prepareStatement(CLAIM);
		statement.setString(1, consumer);
		statement.setArray(2, array(connection, "text", newest, IncomingEvent::topic));
		statement.setArray(3, array(connection, "uuid", newest, IncomingEvent::key));
		statement.setArray(4, array(connection, "bigint", newest, IncomingEvent::version));
		statement.setArray(5, array(connection, "uuid", newest, IncomingEvent::id));
		return statement;
	}

	private static Array array(Connection connection, String type, List<IncomingEvent> events,
			Function<IncomingEvent, @Nullable Object> value) throws SQLException {
		return connection.createArrayOf(type, events.stream().map(value).toArray());
	}

	/**
	 * The aggregate that a version refers to.
	 */
	private record Aggregate(String topic, UUID key) {

		static Aggregate of(IncomingEvent event) {
			return new Aggregate(event.topic(), event.key());
		}

	}

}
