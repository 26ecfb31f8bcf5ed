package io.kehu.auth.factor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.kehu.auth.key.KeyEncryption;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the encrypted secrets of authenticator apps and the digests of recovery codes.
 */
@Repository
class SecondFactorRepository {

	private final JdbcClient jdbc;

	private final KeyEncryption encryption;

	SecondFactorRepository(JdbcClient jdbc, KeyEncryption encryption) {
		this.jdbc = jdbc;
		this.encryption = encryption;
	}

	Optional<byte[]> findSecret(UUID userId) {
		return this.jdbc.sql("select secret from totp_secrets where user_id = :userId")
			.param("userId", userId)
			.query(byte[].class)
			.optional()
			.map((stored) -> this.encryption.decrypt(name(userId), stored));
	}

	/** Returns whether one of the given roles requires a second factor. */
	boolean isRequired(List<String> roles) {
		return this.jdbc.sql("""
				select exists (select from roles where name = any(:roles) and second_factor_required
					and deleted_at is null)""")
			.param("roles", roles.toArray(String[]::new))
			.query(Boolean.class)
			.single();
	}

	boolean hasSecret(UUID userId) {
		return this.jdbc.sql("select exists (select from totp_secrets where user_id = :userId)")
			.param("userId", userId)
			.query(Boolean.class)
			.single();
	}

	void saveSecret(UUID userId, byte[] secret, long step, Instant now) {
		this.jdbc
			.sql("""
					insert into totp_secrets (user_id, secret, enrolled_at, last_step) values (:userId, :secret, :now, :step)
					on conflict (user_id) do update set secret = excluded.secret, enrolled_at = excluded.enrolled_at,
						last_step = excluded.last_step""")
			.param("userId", userId)
			.param("secret", this.encryption.encrypt(name(userId), secret))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("step", step)
			.update();
	}

	/** Consumes a time step; of several concurrent attempts one succeeds. */
	boolean use(UUID userId, long step) {
		return this.jdbc.sql("update totp_secrets set last_step = :step where user_id = :userId and last_step < :step")
			.param("userId", userId)
			.param("step", step)
			.update() == 1;
	}

	void deleteSecret(UUID userId) {
		this.jdbc.sql("delete from totp_secrets where user_id = :userId").param("userId", userId).update();
	}

	void replaceCodes(UUID userId, List<RecoveryCode> codes) {
		this.jdbc.sql("delete from recovery_codes where user_id = :userId").param("userId", userId).update();
		for (RecoveryCode code : codes) {
			this.jdbc.sql("insert into recovery_codes (user_id, digest) values (:userId, :digest)")
				.param("userId", userId)
				.param("digest", code.digest())
				.update();
		}
	}

	/** Consumes a recovery code; of several concurrent attempts one succeeds. */
	boolean use(UUID userId, RecoveryCode code) {
		return this.jdbc.sql("delete from recovery_codes where user_id = :userId and digest = :digest")
			.param("userId", userId)
			.param("digest", code.digest())
			.update() == 1;
	}

	int countCodes(UUID userId) {
		return this.jdbc.sql("select count(*) from recovery_codes where user_id = :userId")
			.param("userId", userId)
			.query(Integer.class)
			.single();
	}

	private static String name(UUID userId) {
		return "totp:" + userId;
	}

}
