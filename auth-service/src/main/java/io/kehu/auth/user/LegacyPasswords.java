package io.kehu.auth.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords that an older system kept as a bare digest. The digest itself is never
 * stored: on import it is hashed with Argon2id as if it were the password, so that a
 * stolen table is worth nothing, and a login takes as long as any other. At the first
 * login it gives way to a hash of the password itself.
 * <p>
 * Stored as {@code salt$hash}, the salt in hexadecimal and empty where the older system
 * had none. It was put before the password, or after it where a {@code +} leads.
 */
class LegacyPasswords implements PasswordEncoder {

	private static final char SEPARATOR = '$';

	private static final String AFTER = "+";

	private final String algorithm;

	private final PasswordEncoder argon2id;

	/**
	 * Creates the reader of one kind of digest.
	 * @param algorithm the digest's name as {@link MessageDigest} knows it
	 * @param argon2id what the digest is hashed with
	 */
	LegacyPasswords(String algorithm, PasswordEncoder argon2id) {
		this.algorithm = algorithm;
		this.argon2id = argon2id;
	}

	/**
	 * Returns what is stored for a digest of the older system.
	 */
	String imported(ImportedHash imported) {
		String side = (imported.saltPosition() == SaltPosition.AFTER) ? AFTER : "";
		String salt = (imported.salt() != null) ? imported.salt() : "";
		return side + salt + SEPARATOR + this.argon2id.encode(imported.hash().toLowerCase(Locale.ROOT));
	}

	/**
	 * Refuses: nothing new is ever hashed like this.
	 * @throws UnsupportedOperationException always
	 */
	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		throw new UnsupportedOperationException(this.algorithm + " is only read, never written");
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
		int separator = (stored != null) ? stored.indexOf(SEPARATOR) : -1;
		if (password == null || stored == null || separator < 0) {
			return false;
		}
		return this.argon2id.matches(digest(stored.substring(0, separator), password), stored.substring(separator + 1));
	}

	@Override
	public boolean upgradeEncoding(@Nullable String stored) {
		return true;
	}

	private String digest(String salt, CharSequence password) {
		boolean after = salt.startsWith(AFTER);
		byte[] salted = HexFormat.of().parseHex(after ? salt.substring(AFTER.length()) : salt);
		byte[] typed = password.toString().getBytes(StandardCharsets.UTF_8);
		try {
			MessageDigest digest = MessageDigest.getInstance(this.algorithm);
			digest.update(after ? typed : salted);
			return HexFormat.of().formatHex(digest.digest(after ? salted : typed));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
