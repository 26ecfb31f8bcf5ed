package io.kehu.auth.factor;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.kehu.platform.digest.Sha256;

/**
 * A recovery code for users who have lost their authenticator app.
 *
 * @param value 16 letters and digits
 */
record RecoveryCode(String value) {

	static final int LENGTH = 16;

	private static final int COUNT = 10;

	private static final int BYTES = 10;

	private static final int GROUP = 4;

	private static final SecureRandom RANDOM = new SecureRandom();

	static List<RecoveryCode> newSheet() {
		return Stream.generate(RecoveryCode::random).limit(COUNT).toList();
	}

	/** Parses user input in any case, with or without dashes. */
	static RecoveryCode typed(String text) {
		return new RecoveryCode(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
	}

	private static RecoveryCode random() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new RecoveryCode(Base32.encode(bytes));
	}

	/** Returns the code in groups. */
	String shown() {
		return this.value.replaceAll("(.{" + GROUP + "})(?!$)", "$1-").toLowerCase(Locale.ROOT);
	}

	byte[] digest() {
		return Sha256.of(this.value);
	}

	@Override
	public String toString() {
		return "RecoveryCode[***]";
	}

}
