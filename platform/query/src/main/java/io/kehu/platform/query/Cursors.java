package io.kehu.platform.query;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts and decrypts cursors and other tokens of positions. A cursor holds the
 * position at which a page ended, which may be that of a record that the client must not
 * know of. It is encrypted (AES-256-GCM) and bound to the list, its filters and its
 * order, so that clients can neither read it, nor forge it, nor use it for another list.
 */
public final class Cursors {

	private static final String CIPHER = "AES/GCM/NoPadding";

	private static final int NONCE_BYTES = 12;

	private static final int TAG_BITS = 128;

	/** Lengths are multiples of this, so that they do not show the number of digits. */
	private static final int BLOCK_BYTES = 16;

	private static final char SEPARATOR = '\u001f';

	private static final String PADDING = "\u001e";

	private static final String MISSING = "\u0000";

	private final SecureRandom random = new SecureRandom();

	private final SecretKeySpec key;

	/**
	 * Creates the encryption.
	 * @param secret 32 bytes
	 */
	Cursors(byte[] secret) {
		this.key = new SecretKeySpec(secret, "AES");
	}

	/**
	 * Returns the cursor of a position.
	 * @param values the values that make up the position
	 * @param list identifies the list
	 */
	public String write(List<? extends @Nullable Object> values, String list) {
		String text = values.stream()
			.map((value) -> (value == null) ? MISSING : value.toString())
			.collect(Collectors.joining(String.valueOf(SEPARATOR), "", String.valueOf(SEPARATOR)));
		int length = text.getBytes(StandardCharsets.UTF_8).length;
		byte[] content = (text + PADDING.repeat(BLOCK_BYTES - length % BLOCK_BYTES)).getBytes(StandardCharsets.UTF_8);
		byte[] nonce = new byte[NONCE_BYTES];
		this.random.nextBytes(nonce);
		byte[] encrypted = transform(Cipher.ENCRYPT_MODE, nonce, content, list);
		byte[] cursor = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
		System.arraycopy(encrypted, 0, cursor, NONCE_BYTES, encrypted.length);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
	}

	List<@Nullable Object> read(String cursor, String list, List<ValueType> types) {
		try {
			String[] texts = texts(cursor, list);
			List<@Nullable Object> values = new ArrayList<>();
			for (int i = 0; i < types.size(); i++) {
				values.add(texts[i].equals(MISSING) ? null : types.get(i).parse().apply(texts[i]));
			}
			return values;
		}
		catch (RuntimeException ex) {
			throw ProblemException.invalidParameter("cursor", "invalid_cursor",
					"not a cursor of this list with these filters and this order");
		}
	}

	/**
	 * Returns the values of a position as texts.
	 * @param parameter the parameter that contains the cursor, for the error message
	 * @param list identifies the list
	 * @throws ProblemException if this is not a cursor of the list
	 */
	public List<String> read(String parameter, String cursor, String list) {
		try {
			return List.of(texts(cursor, list));
		}
		catch (RuntimeException ex) {
			throw ProblemException.invalidParameter(parameter, "invalid_cursor", "was not issued by this list");
		}
	}

	private String[] texts(String cursor, String list) {
		byte[] bytes = Base64.getUrlDecoder().decode(cursor);
		byte[] content = transform(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES),
				Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length), list);
		String[] texts = new String(content, StandardCharsets.UTF_8).split(String.valueOf(SEPARATOR), -1);
		return Arrays.copyOf(texts, texts.length - 1);
	}

	private byte[] transform(int mode, byte[] nonce, byte[] content, String list) {
		try {
			Cipher cipher = Cipher.getInstance(CIPHER);
			cipher.init(mode, this.key, new GCMParameterSpec(TAG_BITS, nonce));
			cipher.updateAAD(list.getBytes(StandardCharsets.UTF_8));
			return cipher.doFinal(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("forged, or of another list", ex);
		}
	}

}
