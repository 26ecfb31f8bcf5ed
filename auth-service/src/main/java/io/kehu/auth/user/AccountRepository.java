package io.kehu.auth.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads accounts and stores password hashes. A new hash doesn't change the user's
 * version, since it isn't visible.
 */
@Repository
class AccountRepository {

	private static final String SELECT = """
			select id, username, display_name, email, locale, enabled, password_hash, password_reset_required,
			       array(select role from user_roles where user_id = id order by 1) as roles
			from users where deleted_at is null and\s""";

	private final JdbcClient jdbc;

	AccountRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Account> findByUsername(String username) {
		return this.jdbc.sql(SELECT + "username = :username")
			.param("username", UserDetails.normalized(username))
			.query(AccountRepository::read)
			.optional();
	}

	Optional<Account> findById(UUID id) {
		return this.jdbc.sql(SELECT + "id = :id").param("id", id).query(AccountRepository::read).optional();
	}

	boolean isEmpty() {
		return this.jdbc.sql("select not exists (select from users)").query(Boolean.class).single();
	}

	void changePasswordHash(UUID id, String hash) {
		this.jdbc.sql("update users set password_hash = :hash where id = :id")
			.param("id", id)
			.param("hash", hash)
			.update();
	}

	/**
	 * Returns the number of passwords by hash algorithm, never null.
	 */
	Map<String, Long> countPasswordHashes() {
		Map<String, Long> counts = new TreeMap<>();
		this.jdbc.sql("""
				select substring(password_hash from '^\\{([^}]+)') as algorithm, count(*) as users
				from users where password_hash is not null and deleted_at is null group by 1""").query((row) -> {
			counts.put(row.getString("algorithm"), row.getLong("users"));
		});
		return counts;
	}

	/**
	 * Returns which of these user names are taken, including those of deleted users.
	 */
	Set<String> known(Collection<String> usernames) {
		return this.jdbc.sql("select username from users where username = any(cast(:usernames as text[]))")
			.param("usernames", usernames.toArray(String[]::new))
			.query(String.class)
			.set();
	}

	/**
	 * Returns the users whose passwords use a legacy algorithm and who aren't required to
	 * choose a new one yet.
	 */
	List<UUID> withLegacyHash() {
		return this.jdbc.sql("""
				select id from users where password_hash not like :current and deleted_at is null
				and not password_reset_required order by id""")
			.param("current", "{" + PasswordConfiguration.CURRENT + "}%")
			.query(UUID.class)
			.list();
	}

	private static Account read(ResultSet row, int number) throws SQLException {
		return new Account(row.getObject("id", UUID.class), row.getString("username"), row.getString("display_name"),
				row.getString("email"), row.getString("locale"), row.getBoolean("enabled"),
				row.getString("password_hash"), row.getBoolean("password_reset_required"),
				List.of((String[]) row.getArray("roles").getArray()));
	}

}
