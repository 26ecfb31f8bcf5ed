package io.kehu.auth.key;

import java.util.Base64;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * What protects the private signing keys in the database.
 *
 * @param secret 32 bytes in base64: the AES key that encrypts them
 */
@ConfigurationProperties("kehu.auth.key")
record KeyProperties(String secret) {

	private static final int BYTES = 32;

	KeyProperties {
		Assert.hasText(secret, "KEHU_AUTH_KEY_SECRET must be set: 32 random bytes in base64");
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
