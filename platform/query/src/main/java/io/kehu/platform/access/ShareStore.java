package io.kehu.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import io.kehu.platform.history.History;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stores shares, and records every change to them in the history of the record.
 */
public final class ShareStore {

	private static final String LOCK = "select 1 from (select pg_advisory_xact_lock(hashtextextended(?::text, 3)))"
			+ " as locked";

	private static final String FIND = """
			select grantee_id, team, permission from record_share where record_id = ? order by shared_at, grantee_id""";

	private static final String PUT = """
			insert into record_share (record_id, grantee_id, team, permission, shared_at) values (?, ?, ?, ?, ?)
			on conflict (record_id, grantee_id) do update set team = excluded.team, permission = excluded.permission""";

	private static final String REMOVE = "delete from record_share where record_id = ? and grantee_id = ?";

	private final Access access;

	private final JdbcTemplate jdbc;

	private final History history;

	private final Clock clock;

	private final JsonMapper json;

	private final TransactionOperations transactions;

	ShareStore(Access access, JdbcTemplate jdbc, History history, Clock clock, JsonMapper json,
			TransactionOperations transactions) {
		this.access = access;
		this.jdbc = jdbc;
		this.history = history;
		this.clock = clock;
		this.json = json;
		this.transactions = transactions;
	}

	/**
	 * Returns the shares of the records of one type.
	 * @param type the entity, which is {@link Guarded}
	 * @param subject the name of the record type, for error messages
	 */
	public Shares of(Class<?> type, String subject) {
		return new Shares(this, type, subject);
	}

	List<Share> of(Class<?> type, String subject, UUID id) {
		return inTransaction(() -> {
			this.access.checkPresent(type, AccessLevel.READ, id, subject);
			return find(id);
		});
	}

	private List<Share> find(UUID id) {
		return this.jdbc.query(FIND, (row, number) -> {
			UUID grantee = row.getObject("grantee_id", UUID.class);
			boolean team = row.getBoolean("team");
			return new Share(team ? null : grantee, team ? grantee : null,
					SharePermission.valueOf(row.getString("permission")));
		}, id);
	}

	void put(Class<?> type, String subject, UUID id, Share share) {
		UUID grantee = share.grantee();
		change(type, subject, id, grantee, share, () -> this.jdbc.update(PUT, id, grantee, share.toTeam(),
				share.permission().name(), Timestamp.from(this.clock.instant())));
	}

	void remove(Class<?> type, String subject, UUID id, UUID grantee) {
		change(type, subject, id, grantee, null, () -> this.jdbc.update(REMOVE, id, grantee));
	}

	/**
	 * Changes a share while holding a lock on the shares of the record, so that
	 * concurrent changes are appended to the history one after the other.
	 */
	private void change(Class<?> type, String subject, UUID id, UUID grantee, @Nullable Share after,
			Runnable statement) {
		inTransaction(() -> {
			this.jdbc.queryForObject(LOCK, Integer.class, id);
			this.access.checkPresent(type, AccessLevel.SHARE, id, subject);
			if (after != null) {
				this.access.personal().checkShare(type, id, grantee);
			}
			Share before = find(id).stream()
				.filter((share) -> share.grantee().equals(grantee))
				.findFirst()
				.orElse(null);
			if (!Objects.equals(before, after)) {
				statement.run();
				this.history.appendBeside(id, (after != null) ? "shared" : "unshared", noted(before), noted(after));
			}
			return true;
		});
	}

	private ObjectNode noted(@Nullable Share share) {
		ObjectNode node = this.json.createObjectNode();
		if (share != null) {
			node.set("share", this.json.valueToTree(share));
		}
		return node;
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transactions.execute((transaction) -> work.get()));
	}

}
