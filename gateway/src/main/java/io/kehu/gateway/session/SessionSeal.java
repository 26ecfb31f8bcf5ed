package io.kehu.gateway.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Encrypts what belongs to one browser with AES-256-GCM. The key is derived from the
 * gateway's secret and from a value that only the browser has, so that neither a copy of
 * the store nor the secret alone reveals anything.
 */
final class SessionSeal {

	private static final String MAC = "HmacSHA256";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final int RANDOM_BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final SecretKeySpec secret;

	SessionSeal(String secret) {
		this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC);
	}

	/** Returns 256 random bits in base64url. */
	String random() {
		byte[] bytes = new byte[RANDOM_BYTES];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * Encrypts a text.
	 * @param owner the purpose and the value that only the browser has
	 */
	String seal(String owner, byte[] text) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, owner, nonce).doFinal(text);
			byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
			return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Decrypts a text.
	 * @return the text, or null if it was not sealed for this owner, or has been changed
	 */
	byte @Nullable [] open(String owner, String sealed) {
		try {
			byte[] all = Base64.getUrlDecoder().decode(sealed);
			if (all.length <= NONCE_BYTES) {
				return null;
			}
			ByteBuffer buffer = ByteBuffer.wrap(all);
			byte[] nonce = new byte[NONCE_BYTES];
			buffer.get(nonce);
			byte[] content = new byte[buffer.remaining()];
			buffer.get(content);
			return cipher(Cipher.DECRYPT_MODE, owner, nonce).doFinal(content);
		}
		catch (IllegalArgumentException | GeneralSecurityException ex) {
			return null;
		}
	}

	private Cipher cipher(int mode, String owner, byte[] nonce) throws GeneralSecurityException {
		Mac mac = Mac.getInstance(MAC);
		mac.init(this.secret);
		SecretKeySpec key = new SecretKeySpec(mac.doFinal(owner.getBytes(StandardCharsets.UTF_8)), "AES");
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
		return cipher;
	}

}
