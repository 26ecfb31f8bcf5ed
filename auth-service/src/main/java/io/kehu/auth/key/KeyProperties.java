package io.kehu.auth.key;

import java.time.Duration;
import java.util.Base64;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The encryption and rotation of the signing keys.
 *
 * @param secret the AES key that encrypts the private keys, 32 bytes in base64
 * @param signsFor how long a key signs before it is replaced
 * @param shownBefore how long a key is published before it signs; long enough for every
 * instance and service to fetch it
 * @param shownAfter how long a key is published after its successor took over; longer
 * than the lifetime of a token
 */
@ConfigurationProperties("kehu.auth.key")
record KeyProperties(String secret, @DefaultValue("30d") Duration signsFor, @DefaultValue("10m") Duration shownBefore,
		@DefaultValue("1h") Duration shownAfter) {

	/** How long an instance uses the keys that it read last. */
	static final Duration FRESH_FOR = Duration.ofSeconds(10);

	private static final int BYTES = 32;

	KeyProperties {
		Assert.hasText(secret, "KEHU_AUTH_KEY_SECRET must be set: 32 random bytes in base64");
		Assert.isTrue(shownBefore.compareTo(FRESH_FOR) > 0, () -> "KEHU_AUTH_KEY_SHOWNBEFORE must be longer than "
				+ FRESH_FOR.toSeconds() + " seconds: an instance that has not seen a key yet would not publish it");
	}

	byte[] bytes() {
		byte[] bytes = Base64.getDecoder().decode(this.secret.strip());
		Assert.isTrue(bytes.length == BYTES, "KEHU_AUTH_KEY_SECRET must be 32 bytes in base64");
		return bytes;
	}

	@Override
	public String toString() {
		return "KeyProperties[secret=***]";
	}

}
