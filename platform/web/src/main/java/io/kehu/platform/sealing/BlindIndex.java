package io.kehu.platform.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import javax.crypto.Mac;

/**
 * Indexes of sealed values, by which equal values are found without opening any:
 * HMAC-SHA-256 over the field and the normalized value (RFC 2104), truncated to 128 bits,
 * after the number of its key.
 */
public final class BlindIndex {

	/** The length of an index. */
	public static final int BYTES = Integer.BYTES + 16;

	static final String ALGORITHM = "HmacSHA256";

	private final KeyRing keys;

	BlindIndex(KeyRing keys) {
		this.keys = keys;
	}

	/** Returns the form in which values are compared: letters and digits, in capitals. */
	public static String normalized(String value) {
		return value.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
	}

	/**
	 * Returns the index of a value with the present key.
	 * @param field the field, so that equal values of two fields have different indexes
	 */
	public byte[] of(String field, String value) {
		return index(this.keys.present(), field, value);
	}

	/** Returns the indexes of a value with all keys, for searches. */
	public List<byte[]> all(String field, String value) {
		return this.keys.numbers().stream().map((number) -> index(number, field, value)).toList();
	}

	/** Returns the indexes of a value with all keys, in hexadecimal after commas. */
	public String allAsText(String field, String value) {
		return all(field, value).stream().map(HexFormat.of()::formatHex).collect(Collectors.joining(","));
	}

	KeyRing keys() {
		return this.keys;
	}

	private byte[] index(int number, String field, String value) {
		byte[] code = code(this.keys, number, field + '\0' + normalized(value));
		return ByteBuffer.allocate(BYTES).putInt(number).put(code, 0, BYTES - Integer.BYTES).array();
	}

	static byte[] code(KeyRing keys, int number, String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(keys.get(number));
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
