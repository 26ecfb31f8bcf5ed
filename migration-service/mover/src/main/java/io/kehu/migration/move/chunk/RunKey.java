package io.kehu.migration.move.chunk;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;

import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * The data key of a run: AES-256, wrapped with RSA-OAEP and SHA-256 wherever it is kept.
 */
public final class RunKey {

	private static final String TRANSFORMATION = "RSA/ECB/OAEPPadding";

	private static final OAEPParameterSpec OAEP = new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256,
			PSource.PSpecified.DEFAULT);

	private final String id;

	private final SecretKey key;

	private final byte[] wrapped;

	RunKey(String id, SecretKey key, byte[] wrapped) {
		this.id = id;
		this.key = key;
		this.wrapped = wrapped.clone();
	}

	/**
	 * Creates the key of a new run.
	 * @param id the id of the key pair
	 * @param pair the public key of the pair
	 * @return the key, never null
	 */
	public static RunKey create(String id, PublicKey pair) {
		try {
			KeyGenerator generator = KeyGenerator.getInstance("AES");
			generator.init(256);
			SecretKey key = generator.generateKey();
			Cipher cipher = Cipher.getInstance(TRANSFORMATION);
			cipher.init(Cipher.WRAP_MODE, pair, OAEP);
			return new RunKey(id, key, cipher.wrap(key));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Unwraps the key of a run.
	 * @param id the id of the key pair
	 * @param pair the private key of the pair
	 * @param wrapped the wrapped key
	 * @return the key, never null
	 * @throws ChunkException if it was wrapped with another key pair
	 */
	public static RunKey unwrap(String id, PrivateKey pair, byte[] wrapped) throws ChunkException {
		try {
			Cipher cipher = Cipher.getInstance(TRANSFORMATION);
			cipher.init(Cipher.UNWRAP_MODE, pair, OAEP);
			return new RunKey(id, (SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY), wrapped);
		}
		catch (GeneralSecurityException ex) {
			throw new ChunkException("The data key of the run was wrapped with another key than " + id + ".", ex);
		}
	}

	/** Returns the id of the key pair that wraps the key. */
	String id() {
		return this.id;
	}

	/** Returns the key in clear. */
	SecretKey key() {
		return this.key;
	}

	/** Returns the wrapped key. */
	public byte[] wrapped() {
		return this.wrapped.clone();
	}

	@Override
	public String toString() {
		return "RunKey[" + this.id + "]";
	}

}
