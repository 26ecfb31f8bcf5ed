package io.kehu.auth.reset;

import java.security.SecureRandom;
import java.util.Base64;

import io.kehu.platform.digest.Sha256;

/**
 * The secret of a reset link.
 *
 * @param value the value in the link
 */
record ResetToken(String value) {

	private static final int BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	static ResetToken random() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new ResetToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/** Returns the digest that is stored. */
	byte[] digest() {
		return Sha256.of(this.value);
	}

	@Override
	public String toString() {
		return "ResetToken[***]";
	}

}
