package io.kehu.migration.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Knows texts that were UTF-8 and have been read as Windows-1252 or ISO 8859-1, such as
 * "MÃ¼ller", and what they were.
 */
public final class Mojibake {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private static final int ROUNDS = 3;

	private Mojibake() {
	}

	/** Whether a text was decoded wrongly. */
	public static boolean isIn(String text) {
		return repair(text) != null || text.indexOf('\uFFFD') >= 0;
	}

	/**
	 * Undo the wrong decoding, several times if it happened several times.
	 * @param text a text
	 * @return what it was, or null when it is no such text
	 */
	public static @Nullable String repair(String text) {
		String result = null;
		String current = text;
		for (int round = 0; round < ROUNDS && current != null; round++) {
			current = undo(current);
			result = (current != null) ? current : result;
		}
		return result;
	}

	private static @Nullable String undo(String text) {
		if (!suspicious(text)) {
			return null;
		}
		byte[] bytes = new byte[text.length()];
		for (int i = 0; i < bytes.length; i++) {
			int code = windowsByte(text.charAt(i));
			if (code < 0) {
				return null;
			}
			bytes[i] = (byte) code;
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	private static boolean suspicious(String text) {
		for (int i = 0; i + 1 < text.length(); i++) {
			char symbol = text.charAt(i);
			if (symbol >= 0xC2 && symbol <= 0xF4 && text.charAt(i + 1) > 0x7F) {
				return true;
			}
		}
		return false;
	}

	private static int windowsByte(char symbol) {
		if (symbol < 0x100) {
			return symbol;
		}
		try {
			return WINDOWS.newEncoder().encode(CharBuffer.wrap(new char[] { symbol })).get() & 0xFF;
		}
		catch (CharacterCodingException ex) {
			return -1;
		}
	}

}
