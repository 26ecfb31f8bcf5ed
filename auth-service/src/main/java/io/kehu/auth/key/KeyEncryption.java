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
 * Encrypts private keys and other secrets with AES-256-GCM (NIST SP 800-38D). Each is
 * bound to its name, so that rows can't be swapped.
 */
@Component
public class KeyEncryption {

	private static final String ALGORITHM = "AES/GCM/NoPadding";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private final SecureRandom random = new SecureRandom();

	private final SecretKeySpec secret;

	KeyEncryption(KeyProperties properties) {
		this.secret = new SecretKeySpec(properties.bytes(), "AES");
	}

	/**
	 * Encrypts a secret.
	 * @param name the unique name of the secret
	 */
	public byte[] encrypt(String name, byte[] plain) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		try {
			byte[] sealed = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(plain);
			return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The secret " + name + " cannot be encrypted", ex);
		}
	}

	/**
	 * Decrypts a secret.
	 * @throws IllegalStateException if it was encrypted with another key, stored under
	 * another name, or modified
	 */
	public byte[] decrypt(String name, byte[] encrypted) {
		ByteBuffer buffer = ByteBuffer.wrap(encrypted);
		byte[] nonce = new byte[NONCE_BYTES];
		buffer.get(nonce);
		byte[] sealed = new byte[buffer.remaining()];
		buffer.get(sealed);
		try {
			return cipher(Cipher.DECRYPT_MODE, name, nonce).doFinal(sealed);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The secret " + name
					+ " cannot be decrypted: KEHU_AUTH_KEY_SECRET is not the one that it was stored with", ex);
		}
	}

	private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(ALGORITHM);
		cipher.init(mode, this.secret, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

}
