package io.kehu.platform.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key with which messages are signed as Standard Webhooks describes it.
 *
 * @param value the key in Base64, after {@code whsec_}
 */
record WebhookSecret(String value) {

	private static final String PREFIX = "whsec_";

	private static final String ALGORITHM = "HmacSHA256";

	private static final int BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	static WebhookSecret random() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
	}

	/**
	 * Returns the signature of a message, with its version.
	 * @param timestamp the seconds since 1970
	 */
	String sign(String id, long timestamp, String body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(this.value.substring(PREFIX.length())), ALGORITHM));
			byte[] signature = mac.doFinal("%s.%d.%s".formatted(id, timestamp, body).getBytes(StandardCharsets.UTF_8));
			return "v1," + Base64.getEncoder().encodeToString(signature);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "WebhookSecret";
	}

}
