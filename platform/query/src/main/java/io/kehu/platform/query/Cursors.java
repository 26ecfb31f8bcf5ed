package io.kehu.platform.query;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Encodes and decodes cursors and other tokens of positions. A cursor holds the position
 * at which a page ended. It is signed (HMAC-SHA256, truncated to 128 bits) together with
 * the filters and the order, so that clients can neither forge it nor use it for another
 * list.
 */
public final class Cursors {

	private static final int SIGNATURE_BYTES = 16;

	private static final char SEPARATOR = '\u001f';

	private static final String MISSING = "\u0000";

	private final SecretKeySpec key;

	Cursors(byte[] secret) {
		this.key = new SecretKeySpec(secret, "HmacSHA256");
	}

	/**
	 * Returns the cursor of a position.
	 * @param values the values that make up the position
	 * @param list identifies the list
	 */
	public String write(List<? extends @Nullable Object> values, String list) {
		String text = values.stream()
			.map((value) -> (value == null) ? MISSING : value.toString())
			.collect(Collectors.joining(String.valueOf(SEPARATOR)));
		byte[] content = text.getBytes(StandardCharsets.UTF_8);
		byte[] cursor = Arrays.copyOf(sign(content, list), SIGNATURE_BYTES + content.length);
		System.arraycopy(content, 0, cursor, SIGNATURE_BYTES, content.length);
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
		byte[] content = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
		byte[] signature = Arrays.copyOf(bytes, SIGNATURE_BYTES);
		if (!MessageDigest.isEqual(signature, Arrays.copyOf(sign(content, list), SIGNATURE_BYTES))) {
			throw new IllegalArgumentException("forged, or of another list");
		}
		return new String(content, StandardCharsets.UTF_8).split(String.valueOf(SEPARATOR), -1);
	}

	private byte[] sign(byte[] content, String list) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			mac.update(list.getBytes(StandardCharsets.UTF_8));
			mac.update((byte) 0);
			return mac.doFinal(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
