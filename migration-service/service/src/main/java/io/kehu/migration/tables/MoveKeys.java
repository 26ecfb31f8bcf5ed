package io.kehu.migration.tables;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import io.kehu.platform.id.Ids;
import io.kehu.platform.sealing.SealedPlace;
import io.kehu.platform.sealing.SealedRows;
import io.kehu.platform.sealing.Sealing;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The key pairs that wrap the data keys of moves and sign their reports. Private keys are
 * stored sealed.
 */
@Repository
public class MoveKeys implements SealedPlace {

	private static final UUID FIRST = new UUID(0, 0);

	private static final int BITS = 3072;

	private final JdbcClient jdbc;

	private final Sealing sealing;

	private final SealedRows rows;

	private final Clock clock;

	MoveKeys(JdbcClient jdbc, Sealing sealing, SealedRows rows, Clock clock) {
		this.jdbc = jdbc;
		this.sealing = sealing;
		this.rows = rows;
		this.clock = clock;
	}

	/** Returns the latest key pair, which is created with the first move. */
	public MovePair present() {
		Optional<UUID> latest = this.jdbc.sql("select id from move_key_pair order by created_at desc, id limit 1")
			.query(UUID.class)
			.optional();
		return latest.map(this::get).orElseGet(this::create);
	}

	/** Returns a key pair. */
	public MovePair get(UUID id) {
		return this.jdbc.sql("select public_key, private_key from move_key_pair where id = :id")
			.param("id", id)
			.query((row, number) -> new MovePair(id, pair(row.getBytes(1), open(id, row.getBytes(2)))))
			.single();
	}

	/** Returns a signature in the compact serialization of RFC 7515. */
	public static String sign(MovePair pair, String payload) {
		String header = "{\"alg\":\"RS256\",\"kid\":\"" + pair.id() + "\"}";
		String signed = encode(header.getBytes(StandardCharsets.UTF_8)) + "."
				+ encode(payload.getBytes(StandardCharsets.UTF_8));
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(pair.keys().getPrivate());
			signature.update(signed.getBytes(StandardCharsets.US_ASCII));
			return signed + "." + encode(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns the public key in PEM. */
	public static String pem(MovePair pair) {
		return "-----BEGIN PUBLIC KEY-----\n"
				+ Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(pair.keys().getPublic().getEncoded())
				+ "\n-----END PUBLIC KEY-----\n";
	}

	private MovePair create() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(BITS);
			KeyPair keys = generator.generateKeyPair();
			UUID id = Ids.next();
			this.jdbc
				.sql("insert into move_key_pair (id, public_key, private_key, created_at)"
						+ " values (:id, :public, :private, :now)")
				.param("id", id)
				.param("public", keys.getPublic().getEncoded())
				.param("private", seal(id, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded())))
				.param("now", Timestamp.from(this.clock.instant()))
				.update();
			return new MovePair(id, keys);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static KeyPair pair(byte[] publicKey, String privateKey) {
		try {
			KeyFactory factory = KeyFactory.getInstance("RSA");
			return new KeyPair(factory.generatePublic(new X509EncodedKeySpec(publicKey)),
					factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey))));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private byte[] seal(UUID id, String privateKey) {
		return this.sealing.seal(privateKey, Sealing.context(id, "privateKey"));
	}

	private String open(UUID id, byte[] sealed) {
		return this.sealing.open(sealed, Sealing.context(id, "privateKey"));
	}

	private static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	@Override
	public String name() {
		return "move_key_pair.private_key";
	}

	@Override
	public long seal() {
		return this.rows.seal(
				new SealedRows.Walk<>("select id, private_key from move_key_pair where id > ? order by id",
						(row, number) -> new Row(row.getObject(1, UUID.class), ByteBuffer.wrap(row.getBytes(2))),
						(row) -> new Object[] { row.id() },
						"update move_key_pair set private_key = ? where id = ? and private_key = ?", this::again),
				FIRST);
	}

	private Object @Nullable [] again(Row row) {
		byte[] before = row.key().array();
		byte[] sealed = seal(row.id(), open(row.id(), before));
		boolean present = ByteBuffer.wrap(sealed).getInt() == row.key().getInt(0);
		return present ? null : new Object[] { sealed, row.id(), before };
	}

	/**
	 * A key pair.
	 *
	 * @param id its id
	 * @param keys the keys
	 */
	public record MovePair(UUID id, KeyPair keys) {

		@Override
		public String toString() {
			return "MovePair[" + this.id + "]";
		}

	}

	/**
	 * A row.
	 *
	 * @param id the id of the key pair
	 * @param key the sealed private key
	 */
	private record Row(UUID id, ByteBuffer key) {
	}

}
