package io.kehu.order.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * The signature of a notification, as specified by Standard Webhooks: HMAC-SHA-256 of id,
 * time and body.
 *
 * @param id the id of the notification, the same each time it is sent
 * @param timestamp when it was sent, in seconds since 1970
 * @param signatures one or several signatures such as {@code v1,…}, separated by spaces
 */
record NotificationSignature(@Nullable String id, @Nullable String timestamp, @Nullable String signatures) {

	private static final String ALGORITHM = "HmacSHA256";

	private static final String VERSION = "v1,";

	/** Returns whether the body was signed with the secret, at about this time. */
	boolean verifies(byte[] secret, byte[] body, Instant now, Duration tolerance) {
		if (this.id == null || this.timestamp == null || this.signatures == null
				|| !isRecent(this.timestamp, now, tolerance)) {
			return false;
		}
		byte[] expected = sign(secret, this.id, this.timestamp, body).getBytes(StandardCharsets.US_ASCII);
		return Arrays.stream(this.signatures.split(" ", -1))
			.anyMatch((one) -> MessageDigest.isEqual(expected, one.getBytes(StandardCharsets.UTF_8)));
	}

	private static boolean isRecent(String timestamp, Instant now, Duration tolerance) {
		try {
			Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
			return Duration.between(sent, now).abs().compareTo(tolerance) <= 0;
		}
		catch (NumberFormatException | DateTimeException | ArithmeticException ex) {
			return false;
		}
	}

	/** Signs a notification. */
	static String sign(byte[] secret, String id, String timestamp, byte[] body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret, ALGORITHM));
			mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
			return VERSION + Base64.getEncoder().encodeToString(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
