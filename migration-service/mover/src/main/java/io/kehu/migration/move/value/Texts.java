package io.kehu.migration.move.value;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Casts text in any encoding to valid UTF-8 of a limited length.
 */
final class Texts {

	private Texts() {
	}

	/**
	 * Returns a cast to text.
	 * @param encoding the encoding of the source
	 * @param limit the most characters, or 0 without a limit
	 */
	static Cast cast(Charset encoding, int limit) {
		if (encoding.equals(StandardCharsets.UTF_8)) {
			return (in, out) -> utf8(in, limit, out);
		}
		return (in, out) -> {
			if (ascii(in)) {
				utf8(in, limit, out);
				return;
			}
			byte[] decoded = decode(in, encoding);
			Value value = new Value();
			value.set(decoded, 0, decoded.length);
			utf8(value, limit, out);
		};
	}

	/**
	 * Returns a cast of text that was declared as Latin-1, or Windows-1252, although its
	 * bytes are UTF-8.
	 */
	static Cast throughLatin(int limit) {
		return (in, out) -> utf8(in, limit, out);
	}

	private static boolean ascii(Value in) {
		byte[] data = in.data();
		for (int index = in.from(); index < in.to(); index++) {
			if (data[index] < 0) {
				return false;
			}
		}
		return true;
	}

	private static byte[] decode(Value in, Charset encoding) throws CastException {
		try {
			CharBuffer text = encoding.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(in.data(), in.from(), in.length()));
			return text.toString().getBytes(StandardCharsets.UTF_8);
		}
		catch (CharacterCodingException ex) {
			throw new CastException("invalid_encoding", "The bytes are not valid " + encoding.name() + ".");
		}
	}

	private static void utf8(Value in, int limit, TupleBuffer out) throws CastException {
		byte[] data = in.data();
		int characters = 0;
		int index = in.from();
		int end = in.to();
		while (index < end) {
			byte first = data[index];
			if (first > 0) {
				index++;
			}
			else if (first == 0) {
				throw new CastException("nul_character",
						"The text contains a NUL character (byte " + (index - in.from()) + ").");
			}
			else {
				index += sequence(data, index, end, in.from());
			}
			characters++;
		}
		if (limit > 0 && characters > limit) {
			throw new CastException("too_long",
					"The text has " + characters + " characters; the column holds " + limit + ".");
		}
		out.put(data, in.from(), in.length());
	}

	/** Returns the length of a character of several bytes. */
	private static int sequence(byte[] data, int index, int end, int from) throws CastException {
		int first = data[index] & 0xFF;
		int length = (first >= 0xC2 && first < 0xE0) ? 2
				: (first >= 0xE0 && first < 0xF0) ? 3 : (first >= 0xF0 && first < 0xF5) ? 4 : 0;
		boolean valid = length > 0 && index + length <= end;
		for (int next = 1; valid && next < length; next++) {
			valid = (data[index + next] & 0xC0) == 0x80;
		}
		if (valid && length > 2) {
			int second = data[index + 1] & 0xFF;
			valid = switch (first) {
				case 0xE0 -> second >= 0xA0;
				case 0xED -> second < 0xA0;
				case 0xF0 -> second >= 0x90;
				case 0xF4 -> second < 0x90;
				default -> true;
			};
		}
		if (!valid) {
			throw new CastException("invalid_encoding",
					"The bytes are not valid UTF-8 (at byte " + (index - from) + ").");
		}
		return length;
	}

}
