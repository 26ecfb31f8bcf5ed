package io.kehu.auth.client;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;

import io.kehu.platform.digest.Sha256;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Stores client secrets as SHA-256 digests. Secrets are long and random, unlike
 * passwords, so a slow hash would only make tokens more expensive.
 */
class ClientSecrets implements PasswordEncoder {

	private static final String PREFIX = "{sha256}";

	private static final String SEPARATOR = " ";

	@Override
	public @Nullable String encode(@Nullable CharSequence secret) {
		return (secret != null) ? digest(secret.toString()) : null;
	}

	@Override
	public boolean matches(@Nullable CharSequence secret, @Nullable String stored) {
		if (secret == null || stored == null || !stored.startsWith(PREFIX)) {
			return false;
		}
		byte[] presented = Sha256.of(secret.toString());
		return Arrays.stream(stored.split(SEPARATOR))
			.map((one) -> Base64.getDecoder().decode(one.substring(PREFIX.length())))
			.anyMatch((expected) -> MessageDigest.isEqual(expected, presented));
	}

	/** Returns the digest under which a secret is stored. */
	static String digest(String secret) {
		return PREFIX + Base64.getEncoder().encodeToString(Sha256.of(secret));
	}

	/**
	 * Returns several digests as one text, which each of the secrets matches.
	 */
	static String joined(Collection<String> stored) {
		return String.join(SEPARATOR, stored);
	}

}
