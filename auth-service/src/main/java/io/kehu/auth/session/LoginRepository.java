package io.kehu.auth.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores logins.
 */
@Repository
class LoginRepository {

	private final JdbcClient jdbc;

	LoginRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(UUID id, UUID userId, Instant now, String address, String device) {
		this.jdbc.sql("""
				insert into logins (id, user_id, started_at, seen_at, address, device)
				values (:id, :userId, :now, :now, :address, :device)""")
			.param("id", id)
			.param("userId", userId)
			.param("now", utc(now))
			.param("address", address)
			.param("device", device)
			.update();
	}

	/** Returns the user name, or the id of a user that no longer exists. */
	String username(UUID userId) {
		return this.jdbc.sql("select username from users where id = :id")
			.param("id", userId)
			.query(String.class)
			.optional()
			.orElseGet(userId::toString);
	}

	boolean isOpen(UUID id, UUID userId) {
		return this.jdbc.sql("""
				select exists (select from logins l join users u on u.id = l.user_id
					where l.id = :id and l.user_id = :userId and u.enabled and u.deleted_at is null)""")
			.param("id", id)
			.param("userId", userId)
			.query(Boolean.class)
			.single();
	}

	/** Updates the time of the last use, at most once a minute. */
	void seen(UUID id, Instant now, String address) {
		this.jdbc.sql("update logins set seen_at = :now, address = :address where id = :id and seen_at < :before")
			.param("id", id)
			.param("now", utc(now))
			.param("address", address)
			.param("before", utc(now.minusSeconds(60)))
			.update();
	}

	void grant(UUID id, String authorizationId) {
		this.jdbc
			.sql("""
					insert into login_grants (authorization_id, login_id) select :authorizationId, id from logins where id = :id
					on conflict do nothing""")
			.param("id", id)
			.param("authorizationId", authorizationId)
			.update();
	}

	/**
	 * Returns the logins of a user, last used first.
	 * @param authorizationId the caller's grant, or null
	 * @param own the caller's own login, or null
	 */
	List<LoginView> findByUser(UUID userId, @Nullable String authorizationId, @Nullable UUID own) {
		return this.jdbc.sql("""
				select l.*, array(select distinct p.name from login_grants g
				                  join oauth2_authorization a on a.id = g.authorization_id
				                  join client_names p on p.id = a.registered_client_id
				                  where g.login_id = l.id order by 1) as clients,
				       l.id = cast(:own as uuid) or exists (select from login_grants g
				           where g.login_id = l.id and g.authorization_id = :authorizationId) as current
				from logins l where l.user_id = :userId order by l.seen_at desc, l.id limit 200""")
			.param("userId", userId)
			.param("authorizationId", authorizationId)
			.param("own", own)
			.query(LoginRepository::read)
			.list();
	}

	/**
	 * Deletes logins of a user.
	 * @param id the only login to delete, or null
	 * @param except the only login to keep, or null
	 * @return the ids of their grants, with null for a login without a grant
	 */
	List<@Nullable String> delete(UUID userId, @Nullable UUID id, @Nullable UUID except) {
		return this.jdbc
			.sql("""
					with doomed as (select id from logins where user_id = :userId
						and id = coalesce(cast(:id as uuid), id) and id is distinct from cast(:except as uuid) for update),
					granted as (select d.id, g.authorization_id from doomed d left join login_grants g on g.login_id = d.id),
					deleted as (delete from logins where id in (select id from doomed))
					select authorization_id from granted""")
			.param("userId", userId)
			.param("id", id)
			.param("except", except)
			.query((row, number) -> row.getString(1))
			.list();
	}

	/**
	 * Deletes logins without lasting grants that were last used before the given time.
	 */
	void deleteUnusedSince(Instant time) {
		this.jdbc.sql("""
				delete from logins l where seen_at < :time
				and not exists (select from login_grants g where g.login_id = l.id)""")
			.param("time", utc(time))
			.update();
	}

	private static LoginView read(ResultSet row, int number) throws SQLException {
		return new LoginView(row.getObject("id", UUID.class), row.getTimestamp("started_at").toInstant(),
				row.getTimestamp("seen_at").toInstant(), row.getString("device"), row.getString("address"),
				List.of((String[]) row.getArray("clients").getArray()), row.getBoolean("current"));
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
