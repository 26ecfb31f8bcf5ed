package io.kehu.auth.user;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps the users.
 */
@Repository
class UserRepository {

	private static final String SELECT = "select id, username, display_name, password_hash, enabled from users ";

	private final JdbcClient jdbc;

	UserRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<User> findByUsername(String username) {
		return this.jdbc.sql(SELECT + "where username = :username")
			.param("username", User.normalized(username))
			.query(User.class)
			.optional();
	}

	Optional<User> findById(UUID id) {
		return this.jdbc.sql(SELECT + "where id = :id").param("id", id).query(User.class).optional();
	}

	boolean isEmpty() {
		return this.jdbc.sql("select not exists (select from users)").query(Boolean.class).single();
	}

	void insert(User user) {
		this.jdbc.sql("""
				insert into users (id, username, display_name, password_hash, enabled)
				values (:id, :username, :displayName, :passwordHash, :enabled)""").paramSource(user).update();
	}

	/**
	 * Gives the user a role.
	 * @throws IllegalArgumentException when there is no such role
	 */
	void grant(UUID userId, String role) {
		int granted = this.jdbc
			.sql("insert into user_roles (user_id, role_id) select :userId, id from roles where name = :role")
			.param("userId", userId)
			.param("role", role)
			.update();
		if (granted == 0) {
			throw new IllegalArgumentException("No role " + role);
		}
	}

	/**
	 * Locks a person out or lets them in.
	 * @return the person's version after that
	 */
	long changeEnabled(UUID id, boolean enabled) {
		return this.jdbc.sql("""
				update users set enabled = :enabled, version = version + 1, updated_at = now()
				where id = :id returning version""")
			.param("id", id)
			.param("enabled", enabled)
			.query(Long.class)
			.single();
	}

	/**
	 * Returns how many passwords are hashed by which algorithm, never null.
	 */
	Map<String, Long> countPasswordHashes() {
		Map<String, Long> counts = new TreeMap<>();
		this.jdbc.sql("""
				select substring(password_hash from '^\\{([^}]+)') as algorithm, count(*) as users
				from users group by 1""").query((row) -> {
			counts.put(row.getString("algorithm"), row.getLong("users"));
		});
		return counts;
	}

	void changePasswordHash(UUID id, String passwordHash) {
		this.jdbc.sql("""
				update users set password_hash = :passwordHash, version = version + 1, updated_at = now()
				where id = :id""").param("id", id).param("passwordHash", passwordHash).update();
	}

}
