package io.kehu.auth.key;

import java.time.Duration;

import io.kehu.auth.AuthServiceTest;

/**
 * Encryption with a key for tests.
 */
public final class KeyEncryptionFixture {

	private KeyEncryptionFixture() {
	}

	/** Returns the encryption. */
	public static KeyEncryption create() {
		return new KeyEncryption(new KeyProperties(AuthServiceTest.KEY_SECRET, Duration.ofDays(30),
				Duration.ofMinutes(10), Duration.ofHours(1)));
	}

}
