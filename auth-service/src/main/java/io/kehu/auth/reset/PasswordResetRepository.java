package io.kehu.auth.reset;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the digests of reset links.
 */
@Repository
class PasswordResetRepository {

	private final JdbcClient jdbc;

	PasswordResetRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the users with this e-mail address, which may be shared.
	 */
	List<UUID> findByEmail(String email) {
		return this.jdbc.sql("""
				select id from users where lower(email) = lower(:email) and enabled and deleted_at is null
				order by id limit 5""").param("email", email).query(UUID.class).list();
	}

	/** Stores a link and invalidates the user's earlier ones. */
	void replace(byte[] digest, UUID userId, Instant expiresAt) {
		delete(userId);
		this.jdbc.sql("insert into password_resets (digest, user_id, expires_at) values (:digest, :userId, :expiresAt)")
			.param("digest", digest)
			.param("userId", userId)
			.param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
			.update();
	}

	Optional<UUID> find(byte[] digest, Instant now) {
		return this.jdbc.sql("select user_id from password_resets where digest = :digest and expires_at > :now")
			.param("digest", digest)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query(UUID.class)
			.optional();
	}

	/** Consumes a link; of several concurrent attempts one succeeds. */
	boolean take(byte[] digest) {
		return this.jdbc.sql("delete from password_resets where digest = :digest")
			.param("digest", digest)
			.update() == 1;
	}

	void delete(UUID userId) {
		this.jdbc.sql("delete from password_resets where user_id = :userId").param("userId", userId).update();
	}

	void deleteExpired(Instant now) {
		this.jdbc.sql("delete from password_resets where expires_at <= :now")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

}
