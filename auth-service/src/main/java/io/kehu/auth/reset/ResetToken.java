package io.kehu.auth.reset;

import java.security.SecureRandom;
import java.util.Base64;

import io.kehu.platform.digest.Sha256;

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
		return Sha256.of(this.value);
	}

	@Override
	public String toString() {
		return "ResetToken[***]";
	}

}
