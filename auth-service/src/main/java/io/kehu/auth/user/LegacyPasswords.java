package io.kehu.auth.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Bare password digests of a legacy system. A digest is never stored itself: on import it
 * is hashed with Argon2id like a password, so that a stolen table is worthless and logins
 * take equally long. The first login replaces it with a hash of the password itself.
 * <p>
 * Stored as {@code salt$hash} with the salt in hexadecimal, or empty if there was none. A
 * leading {@code +} means that the salt follows the password instead of preceding it.
 */
class LegacyPasswords implements PasswordEncoder {

	private static final char SEPARATOR = '$';

	private static final String AFTER = "+";

	private final String algorithm;

	private final PasswordEncoder argon2id;

	/**
	 * Creates an encoder for one kind of digest.
	 * @param algorithm the name of the digest in {@link MessageDigest}
	 * @param argon2id the encoder of the digest
	 */
	LegacyPasswords(String algorithm, PasswordEncoder argon2id) {
		this.algorithm = algorithm;
		this.argon2id = argon2id;
	}

	/**
	 * Returns the stored form of an imported digest.
	 */
	String imported(ImportedHash imported) {
		String side = (imported.saltPosition() == SaltPosition.AFTER) ? AFTER : "";
		String salt = (imported.salt() != null) ? imported.salt() : "";
		return side + salt + SEPARATOR + this.argon2id.encode(imported.hash().toLowerCase(Locale.ROOT));
	}

	/**
	 * Always refuses: legacy algorithms aren't used for new passwords.
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
