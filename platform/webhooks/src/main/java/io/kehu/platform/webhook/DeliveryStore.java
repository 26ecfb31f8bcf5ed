package io.kehu.platform.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.id.Ids;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Stores messages and their deliveries.
 */
final class DeliveryStore {

	private static final String ADD_MESSAGE = """
			insert into webhook_message (id, type, subject, time, fields, content) values (?, ?, ?, ?, ?, ?)""";

	private static final String ADD_DELIVERY = """
			insert into webhook_delivery (id, webhook_id, message_id, status, next_attempt_at, created_at)
			values (?, ?, ?, 'WAITING', ?, ?)""";

	/** A few of each webhook, so that none waits for the others' receivers. */
	private static final String CLAIM = """
			update webhook_delivery d set next_attempt_at = ? from webhook_message m, webhook w
			where m.id = d.message_id and w.id = d.webhook_id and d.id in (select due.id from webhook v
			cross join lateral (select x.id from webhook_delivery x where x.webhook_id = v.id and x.next_attempt_at <= ?
			order by x.next_attempt_at limit 8 for update skip locked) due where v.status = 'ACTIVE')
			returning d.id, d.webhook_id, d.message_id, d.attempts, w.url, m.content""";

	private static final String NOTE = """
			update webhook_delivery set status = ?, attempts = attempts + 1, next_attempt_at = ?, attempted_at = ?,
			response_status = ?, error = ? where id = ? and status = 'WAITING'""";

	private static final String LIST = """
			select d.*, m.type, m.subject from webhook_delivery d join webhook_message m on m.id = d.message_id
			where d.webhook_id = ? and d.id < ? and (cast(? as text) is null or d.status = ?) order by d.id desc limit ?""";

	private static final String FIND = """
			select d.*, m.type, m.subject from webhook_delivery d join webhook_message m on m.id = d.message_id
			where d.webhook_id = ? and d.id = ?""";

	private static final String REDRIVE = """
			update webhook_delivery set status = 'WAITING', attempts = 0, next_attempt_at = ?
			where webhook_id = ? and status = 'DEAD' and (cast(? as uuid) is null or id = ?)""";

	private static final String FOLLOWING = """
			select id, type, subject, time, fields, content from webhook_message
			where (time, id) > (?, ?) and time < ? order by time, id limit ?""";

	private final JdbcTemplate jdbc;

	DeliveryStore(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	void addMessages(List<WebhookMessage> messages, Instant now) {
		List<Object[]> rows = new ArrayList<>();
		messages.forEach((message) -> rows.add(new Object[] { message.id(), message.type(), message.subject(),
				Timestamp.from(now), new SqlArrayValue("text", message.fields().toArray()), message.content() }));
		this.jdbc.batchUpdate(ADD_MESSAGE, rows);
	}

	/** Adds the deliveries of messages to a webhook. */
	void addDeliveries(UUID webhook, List<UUID> messages, Instant now) {
		Timestamp time = Timestamp.from(now);
		List<Object[]> rows = new ArrayList<>();
		messages.forEach((message) -> rows.add(new Object[] { Ids.next(), webhook, message, time, time }));
		this.jdbc.batchUpdate(ADD_DELIVERY, rows);
	}

	/**
	 * Returns deliveries whose time has come. No other instance gets them before the end
	 * of the lease.
	 */
	List<Claimed> claim(Instant now, Duration lease) {
		return this.jdbc.query(CLAIM,
				(row, number) -> new Claimed(row.getObject("id", UUID.class), row.getObject("webhook_id", UUID.class),
						row.getObject("message_id", UUID.class), row.getInt("attempts"), row.getString("url"),
						row.getString("content")),
				Timestamp.from(now.plus(lease)), Timestamp.from(now));
	}

	/** Stores the outcome of an attempt. */
	void note(UUID delivery, DeliveryState state, @Nullable Instant next, WebhookSender.Outcome outcome, Instant now) {
		this.jdbc.update(NOTE, state.name(), (next != null) ? Timestamp.from(next) : null, Timestamp.from(now),
				outcome.status(), outcome.error(), delivery);
	}

	/** Gives up all deliveries to a webhook that wait. */
	void giveUp(UUID webhook, String reason) {
		this.jdbc.update("""
				update webhook_delivery set status = 'DEAD', next_attempt_at = null, error = ?
				where webhook_id = ? and status = 'WAITING'""", reason, webhook);
	}

	/**
	 * Returns deliveries to a webhook, latest first.
	 * @param before the last one that has been read already, or null
	 */
	List<DeliveryView> findAll(UUID webhook, @Nullable UUID before, @Nullable DeliveryState state, int limit) {
		String name = (state != null) ? state.name() : null;
		return this.jdbc.query(LIST, (row, number) -> view(row), webhook, (before != null) ? before : new UUID(-1, -1),
				name, name, limit);
	}

	Optional<DeliveryView> find(UUID webhook, UUID delivery) {
		return this.jdbc.query(FIND, (row, number) -> view(row), webhook, delivery).stream().findFirst();
	}

	/**
	 * Has dead deliveries tried again.
	 * @param delivery one of them, or null for all
	 * @return their number
	 */
	int redrive(UUID webhook, @Nullable UUID delivery, Instant now) {
		return this.jdbc.update(REDRIVE, Timestamp.from(now), webhook, delivery, delivery);
	}

	/** Returns messages after one, in their order. */
	List<Stored> findMessages(Instant after, UUID id, Instant before, int limit) {
		return this.jdbc
			.query(FOLLOWING,
					(row, number) -> new Stored(new WebhookMessage(row.getObject("id", UUID.class),
							row.getString("type"), row.getObject("subject", UUID.class),
							Arrays.asList((String[]) row.getArray("fields").getArray()), row.getString("content")),
							row.getTimestamp("time").toInstant()),
					Timestamp.from(after), id, Timestamp.from(before), limit);
	}

	/** Deletes old messages with their deliveries, some at a time. */
	int purge(Instant before) {
		return this.jdbc.update("""
				delete from webhook_message where id in (select id from webhook_message m where time < ?
				and not exists (select 1 from webhook_delivery d where d.message_id = m.id and d.status = 'WAITING')
				order by time limit 1000)""", Timestamp.from(before));
	}

	private static DeliveryView view(ResultSet row) throws SQLException {
		return new DeliveryView(row.getObject("id", UUID.class), row.getObject("message_id", UUID.class),
				row.getString("type"), row.getObject("subject", UUID.class),
				DeliveryState.valueOf(row.getString("status")), row.getInt("attempts"), instant(row, "next_attempt_at"),
				instant(row, "attempted_at"), row.getObject("response_status", Integer.class), row.getString("error"),
				row.getTimestamp("created_at").toInstant());
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * A delivery that is to be attempted.
	 *
	 * @param attempts the number of attempts before
	 */
	record Claimed(UUID id, UUID webhookId, UUID messageId, int attempts, String url, String content) {
	}

	/**
	 * A message with the time at which it was stored.
	 */
	record Stored(WebhookMessage message, Instant time) {
	}

}
