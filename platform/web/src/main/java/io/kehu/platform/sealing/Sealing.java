package io.kehu.platform.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts with AES-256-GCM (NIST SP 800-38D), each in a context, such as a record and
 * a field, in which alone it can be opened. A sealed text consists of the number of its
 * key, a random nonce, and the encrypted text with its tag.
 */
public final class Sealing {

	private static final String ALGORITHM = "AES/GCM/NoPadding";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	private static final String MARK = "sealed:";

	private final SecureRandom random = new SecureRandom();

	private final KeyRing keys;

	private final BlindIndex index;

	private Sealing(KeyRing keys, BlindIndex index) {
		this.keys = keys;
		this.index = index;
	}

	/**
	 * Creates an object with these keys, of which the first seals and all open.
	 * @param keys each as {@code number:Base64}
	 * @param indexKeys as above, the keys of the indexes
	 * @throws IllegalStateException if one of them is missing or not a key
	 */
	public static Sealing of(List<String> keys, List<String> indexKeys) {
		return new Sealing(KeyRing.of("kehu.sealing.keys", "AES", keys),
				new BlindIndex(KeyRing.of("kehu.sealing.index-keys", BlindIndex.ALGORITHM, indexKeys)));
	}

	/** Returns the context of a field of a record. */
	public static String context(UUID record, String field) {
		return record + "/" + field;
	}

	/** Returns the indexes by which sealed values are found. */
	public BlindIndex index() {
		return this.index;
	}

	/** Seals a text with the present key. */
	public byte[] seal(String text, String context) {
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		int number = this.keys.present();
		try {
			byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, this.keys.get(number), nonce, number, context)
				.doFinal(text.getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.allocate(Integer.BYTES + NONCE_BYTES + encrypted.length)
				.putInt(number)
				.put(nonce)
				.put(encrypted)
				.array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Opens a sealed text.
	 * @throws SealException if it was sealed in another context, was changed, or its key
	 * is missing
	 */
	public String open(byte[] sealed, String context) {
		if (sealed.length < Integer.BYTES + NONCE_BYTES + TAG_BITS / Byte.SIZE) {
			throw new SealException("A sealed value is incomplete: " + context);
		}
		ByteBuffer buffer = ByteBuffer.wrap(sealed);
		int number = buffer.getInt();
		SecretKeySpec key = this.keys.find(number);
		if (key == null) {
			throw new SealException("Key %d of %s is missing, but has sealed %s"
				.formatted(Integer.toUnsignedLong(number), this.keys.property(), context));
		}
		byte[] nonce = new byte[NONCE_BYTES];
		buffer.get(nonce);
		byte[] encrypted = new byte[buffer.remaining()];
		buffer.get(encrypted);
		try {
			return new String(cipher(Cipher.DECRYPT_MODE, key, nonce, number, context).doFinal(encrypted),
					StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException ex) {
			throw new SealException("A sealed value was changed or moved: " + context);
		}
	}

	private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, int number, String context)
			throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance(ALGORITHM);
		cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
		cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

	/** Seals a text as printable characters. */
	public String sealText(String text, String context) {
		return presentMark() + Base64.getEncoder().encodeToString(seal(text, context));
	}

	/**
	 * Opens a text that is sealed as printable characters, or returns another as it is.
	 */
	public String openText(String text, String context) {
		if (!text.startsWith(MARK)) {
			return text;
		}
		try {
			return open(Base64.getDecoder().decode(text.substring(text.lastIndexOf(':') + 1)), context);
		}
		catch (IllegalArgumentException ex) {
			throw new SealException("A sealed value was changed: " + context);
		}
	}

	/** Returns what texts begin with that the present key has sealed. */
	public String presentMark() {
		return MARK + this.keys.present() + ":";
	}

	int presentNumber() {
		return this.keys.present();
	}

	/**
	 * Returns a proof of each key by its name: a value by which the same key is
	 * recognized, but that does not reveal it.
	 */
	public Map<String, byte[]> proofs() {
		Map<String, byte[]> proofs = new LinkedHashMap<>();
		for (KeyRing ring : List.of(this.keys, this.index.keys())) {
			ring.numbers()
				.forEach((number) -> proofs.put(name(ring, number), BlindIndex.code(ring, number, "proof of the key")));
		}
		return proofs;
	}

	/** Returns the names of the keys that are used to write, as in {@link #proofs()}. */
	public List<String> present() {
		return List.of(name(this.keys, this.keys.present()), name(this.index.keys(), this.index.keys().present()));
	}

	private static String name(KeyRing ring, int number) {
		return ring.property() + " " + number;
	}

}
