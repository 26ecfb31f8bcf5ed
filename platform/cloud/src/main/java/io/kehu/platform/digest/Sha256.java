package io.kehu.platform.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * SHA-256 (FIPS 180-4), which every Java has. For what is random and long, or no secret;
 * never for passwords that people think of.
 */
public final class Sha256 {

	private Sha256() {
	}

	/**
	 * Returns the digest of a text in UTF-8, 32 bytes.
	 */
	public static byte[] of(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Returns the digest of a text in base64url (RFC 4648) without padding, 43
	 * characters.
	 */
	public static String base64UrlOf(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(of(text));
	}

}
