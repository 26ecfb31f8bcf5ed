package io.kehu.auth.factor;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238) with the parameters that all authenticator
 * apps support: HMAC-SHA-1, six digits, thirty seconds.
 */
final class Totp {

	private static final String ALGORITHM = "HmacSHA1";

	private static final int SECRET_BYTES = 20;

	private static final int MODULUS = 1_000_000;

	private static final int STEP_SECONDS = 30;

	/** Tolerates one step of clock drift and typing time in both directions. */
	private static final int TOLERANCE = 1;

	private static final SecureRandom RANDOM = new SecureRandom();

	private Totp() {
	}

	static byte[] newSecret() {
		byte[] secret = new byte[SECRET_BYTES];
		RANDOM.nextBytes(secret);
		return secret;
	}

	/**
	 * Returns the time step of a code, or nothing if the code isn't valid now.
	 */
	static OptionalLong step(byte[] secret, String code, Instant now) {
		long current = now.getEpochSecond() / STEP_SECONDS;
		OptionalLong found = OptionalLong.empty();
		for (long step = current - TOLERANCE; step <= current + TOLERANCE; step++) {
			byte[] expected = code(secret, step).getBytes(StandardCharsets.US_ASCII);
			if (MessageDigest.isEqual(expected, code.getBytes(StandardCharsets.UTF_8))) {
				found = OptionalLong.of(step);
			}
		}
		return found;
	}

	static String code(byte[] secret, long step) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret, ALGORITHM));
			byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
			int offset = hash[hash.length - 1] & 0x0F;
			int truncated = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
			return "%06d".formatted(truncated % MODULUS);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Returns the URI for the QR code.
	 */
	static String address(byte[] secret, String username) {
		String account = URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20");
		return "otpauth://totp/Kehu:%s?secret=%s&issuer=Kehu".formatted(account, Base32.encode(secret));
	}

}
