package io.kehu.auth.key;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import com.nimbusds.jose.jwk.JWK;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the signing keys with encrypted private parts.
 */
@Repository
class SigningKeyRepository {

	private final JdbcClient jdbc;

	private final KeyEncryption encryption;

	SigningKeyRepository(JdbcClient jdbc, KeyEncryption encryption) {
		this.jdbc = jdbc;
		this.encryption = encryption;
	}

	/**
	 * Returns the keys published at the given time, newest first.
	 */
	List<SigningKey> findPublishedAt(Instant time) {
		return this.jdbc.sql("""
				select algorithm, generation, key_id, private_key, signs_from, expires_at from signing_keys
				where expires_at is null or expires_at > :time
				order by algorithm, generation desc""")
			.param("time", time.atOffset(ZoneOffset.UTC))
			.query(this::read)
			.list();
	}

	/**
	 * Inserts the key unless another instance has inserted this generation.
	 * @return whether the key was inserted
	 */
	boolean insert(SigningKey key, Instant now) {
		String keyId = key.key().getKeyID();
		byte[] privateKey = key.key().toJSONString().getBytes(StandardCharsets.UTF_8);
		return this.jdbc
			.sql("""
					insert into signing_keys (algorithm, generation, key_id, public_jwk, private_key, created_at, signs_from)
					values (:algorithm, :generation, :keyId, :publicKey, :privateKey, :now, :signsFrom)
					on conflict (algorithm, generation) do nothing""")
			.param("algorithm", key.algorithm().name())
			.param("generation", key.generation())
			.param("keyId", keyId)
			.param("publicKey", key.key().toPublicJWK().toJSONString())
			.param("privateKey", this.encryption.encrypt(keyId, privateKey))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("signsFrom", key.signsFrom().atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	/**
	 * Sets the expiry of all earlier keys of the algorithm, unless they expire sooner.
	 */
	void expireBefore(SigningAlgorithm algorithm, int generation, Instant time) {
		this.jdbc
			.sql("""
					update signing_keys set expires_at = :time
					where algorithm = :algorithm and generation < :generation and (expires_at is null or expires_at > :time)""")
			.param("algorithm", algorithm.name())
			.param("generation", generation)
			.param("time", time.atOffset(ZoneOffset.UTC))
			.update();
	}

	private SigningKey read(ResultSet row, int number) throws SQLException {
		String keyId = row.getString("key_id");
		byte[] key = this.encryption.decrypt(keyId, row.getBytes("private_key"));
		try {
			return new SigningKey(SigningAlgorithm.valueOf(row.getString("algorithm")), row.getInt("generation"),
					JWK.parse(new String(key, StandardCharsets.UTF_8)), row.getTimestamp("signs_from").toInstant(),
					instant(row.getTimestamp("expires_at")));
		}
		catch (ParseException ex) {
			throw new IllegalStateException("The signing key " + keyId + " cannot be read", ex);
		}
	}

	private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

}
