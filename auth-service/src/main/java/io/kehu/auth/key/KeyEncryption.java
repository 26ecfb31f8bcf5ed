package io.kehu.auth.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * Encrypts private keys with AES-256-GCM (NIST SP 800-38D), each bound to its key id, so
 * that rows cannot be exchanged for one another.
 */
@Component
class KeyEncryption {

	private static final String ALGORITHM = "AES/GCM/NoPadding";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecureRandom random = new SecureRandom();

	private final SecretKeySpec secret;

	KeyEncryption(KeyProperties properties) {
		this.secret = new SecretKeySpec(properties.bytes(), "AES");
	}

	byte[] encrypt(String keyId, byte[] privateKey) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keyId, nonce).doFinal(privateKey);
			return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The signing key " + keyId + " cannot be encrypted", ex);
		}
	}

	/**
	 * Returns the private key.
	 * @throws IllegalStateException when it was encrypted under another secret or changed
	 * since
	 */
	byte[] decrypt(String keyId, byte[] encrypted) {
		ByteBuffer buffer = ByteBuffer.wrap(encrypted);
		byte[] nonce = new byte[NONCE_BYTES];
		buffer.get(nonce);
		byte[] sealed = new byte[buffer.remaining()];
		buffer.get(sealed);
		try {
			return cipher(Cipher.DECRYPT_MODE, keyId, nonce).doFinal(sealed);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The signing key " + keyId
					+ " cannot be decrypted: KEHU_AUTH_KEY_SECRET is not the one that it was stored with", ex);
		}
	}

	private Cipher cipher(int mode, String keyId, byte[] nonce) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(ALGORITHM);
		cipher.init(mode, this.secret, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(keyId.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

}
