package io.kehu.migration.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.util.HashMap;
import java.util.Map;

/**
 * A character set of one byte for each character that Java does not have: ASCII, and a
 * table of the others.
 */
final class SingleByteCharset extends Charset {

	private static final int ASCII = 128;

	/** Marks bytes that have no character. */
	private static final char NONE = '\uFFFD';

	private final String upper;

	private final Map<Character, Byte> bytes = new HashMap<>();

	/**
	 * Creates a character set.
	 * @param name its name
	 * @param upper the characters of the bytes from 128 to 255
	 */
	SingleByteCharset(String name, String upper) {
		super(name, new String[0]);
		this.upper = upper;
		for (int i = ASCII - 1; i >= 0; i--) {
			if (upper.charAt(i) != NONE) {
				this.bytes.put(upper.charAt(i), (byte) (i + ASCII));
			}
		}
		for (int i = 0; i < ASCII; i++) {
			this.bytes.put((char) i, (byte) i);
		}
	}

	@Override
	public boolean contains(Charset other) {
		return other.equals(this) || other.name().equals("US-ASCII");
	}

	@Override
	public CharsetDecoder newDecoder() {
		return new CharsetDecoder(this, 1, 1) {
			@Override
			protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
				while (in.hasRemaining()) {
					byte next = in.get(in.position());
					char symbol = (next >= 0) ? (char) next
							: SingleByteCharset.this.upper.charAt((next & 0xFF) - ASCII);
					if (symbol == NONE) {
						return CoderResult.unmappableForLength(1);
					}
					if (!out.hasRemaining()) {
						return CoderResult.OVERFLOW;
					}
					in.get();
					out.put(symbol);
				}
				return CoderResult.UNDERFLOW;
			}
		};
	}

	@Override
	public CharsetEncoder newEncoder() {
		return new CharsetEncoder(this, 1, 1) {
			@Override
			protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
				while (in.hasRemaining()) {
					Byte known = SingleByteCharset.this.bytes.get(in.get(in.position()));
					if (known == null) {
						return CoderResult.unmappableForLength(1);
					}
					if (!out.hasRemaining()) {
						return CoderResult.OVERFLOW;
					}
					in.get();
					out.put(known);
				}
				return CoderResult.UNDERFLOW;
			}
		};
	}

}
