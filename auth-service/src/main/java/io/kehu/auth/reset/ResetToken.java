package io.kehu.auth.reset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret of a link for a new password.
 *
 * @param value what the link carries
 */
record ResetToken(String value) {

	private static final int BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	static ResetToken random() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new ResetToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/** What is stored of it. */
	byte[] digest() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "ResetToken[***]";
	}

}
