package io.kehu.platform.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.sealing.Sealing;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Stores webhooks. Their secrets are sealed.
 */
final class WebhookStore {

	private static final String ADD = """
			insert into webhook (id, version, url, description, types, fields, status, secret, created_by, created_at,
			updated_at) values (?, 0, ?, ?, ?, ?, 'ACTIVE', ?, ?, ?, ?)""";

	private static final String CHANGE = """
			update webhook set version = version + 1, url = ?, description = ?, types = ?, fields = ?, updated_at = ?
			where id = ?""";

	private static final String ROTATE = """
			update webhook set version = version + 1, former_secret = secret, former_until = ?, secret = ?, updated_at = ?
			where id = ?""";

	private static final String MARK = """
			update webhook set version = version + 1, status = ?, updated_at = ? where id = ? and status <> ?""";

	private final JdbcTemplate jdbc;

	private final Sealing sealing;

	WebhookStore(JdbcTemplate jdbc, Sealing sealing) {
		this.jdbc = jdbc;
		this.sealing = sealing;
	}

	void add(UUID id, WebhookDetails details, WebhookSecret secret, String creator, Instant now) {
		this.jdbc.update(ADD, id, details.url(), details.description(), texts(details.types()), texts(details.fields()),
				sealed(id, secret), creator, Timestamp.from(now), Timestamp.from(now));
	}

	void change(UUID id, WebhookDetails details, Instant now) {
		this.jdbc.update(CHANGE, details.url(), details.description(), texts(details.types()), texts(details.fields()),
				Timestamp.from(now), id);
	}

	/** Replaces the secret; the one before also signs until the given time. */
	void rotate(UUID id, WebhookSecret secret, Instant until, Instant now) {
		this.jdbc.update(ROTATE, Timestamp.from(until), sealed(id, secret), Timestamp.from(now), id);
	}

	/** Returns whether the status has changed. */
	boolean mark(UUID id, WebhookStatus status, Instant now) {
		return this.jdbc.update(MARK, status.name(), Timestamp.from(now), id, status.name()) > 0;
	}

	boolean delete(UUID id) {
		return this.jdbc.update("delete from webhook where id = ?", id) > 0;
	}

	List<WebhookView> findAll() {
		return this.jdbc.query("select * from webhook order by id", (row, number) -> view(row));
	}

	/** Returns the webhooks that receive events. */
	List<WebhookView> findActive() {
		return this.jdbc.query("select * from webhook where status = 'ACTIVE' order by id", (row, number) -> view(row));
	}

	Optional<WebhookView> find(UUID id) {
		return this.jdbc.query("select * from webhook where id = ?", (row, number) -> view(row), id)
			.stream()
			.findFirst();
	}

	/** Returns a webhook, which does not change until the end of the transaction. */
	Optional<WebhookView> hold(UUID id) {
		return this.jdbc.query("select * from webhook where id = ? for update", (row, number) -> view(row), id)
			.stream()
			.findFirst();
	}

	/** Returns the secrets that sign at a time, the present one first. */
	List<WebhookSecret> findSecrets(UUID id, Instant now) {
		return this.jdbc.queryForList("""
				select secret from webhook where id = ? union all
				select former_secret from webhook where id = ? and former_secret is not null and former_until > ?""",
				String.class, id, id, Timestamp.from(now))
			.stream()
			.map((sealed) -> new WebhookSecret(this.sealing.openText(sealed, context(id))))
			.toList();
	}

	private String sealed(UUID id, WebhookSecret secret) {
		return this.sealing.sealText(secret.value(), context(id));
	}

	private static String context(UUID id) {
		return Sealing.context(id, "secret");
	}

	/** Returns a text that is sealed with the present key. */
	String resealed(UUID id, String sealed) {
		return this.sealing.sealText(this.sealing.openText(sealed, context(id)), context(id));
	}

	boolean isOutdated(@Nullable String sealed) {
		return sealed != null && !sealed.startsWith(this.sealing.presentMark());
	}

	private static SqlArrayValue texts(List<String> values) {
		return new SqlArrayValue("text", values.toArray());
	}

	private static WebhookView view(ResultSet row) throws SQLException {
		return new WebhookView(row.getObject("id", UUID.class), row.getLong("version"),
				new WebhookDetails(Objects.requireNonNull(row.getString("url")), row.getString("description"),
						texts(row, "types"), texts(row, "fields")),
				WebhookStatus.valueOf(row.getString("status")), row.getString("created_by"),
				row.getTimestamp("created_at").toInstant(), row.getTimestamp("updated_at").toInstant(), null);
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		return Arrays.asList((String[]) row.getArray(column).getArray());
	}

}
