package io.kehu.migration.move.database;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * A value of a row as text, or the reason why it is none.
 *
 * @param text the text, or a preview of the bytes if they are none; null for null
 * @param problem why the bytes are no text, or null
 */
public record SourceText(@Nullable String text, @Nullable String problem) {

	/** The value null. */
	public static final SourceText NULL = new SourceText(null, null);

	private static final int SHOWN = 100;

	/** Returns a text. */
	public static SourceText of(String text) {
		return new SourceText(text, null);
	}

	static SourceText decoded(byte[] bytes, Charset charset) {
		try {
			return of(charset.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(bytes))
				.toString());
		}
		catch (CharacterCodingException ex) {
			String hex = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SHOWN));
			return new SourceText("0x" + hex, "is not valid " + charset.name());
		}
	}

	/** Returns a number whose bytes are those of a bit field. */
	static SourceText bits(byte[] bytes) {
		return of(new BigInteger(1, bytes).toString());
	}

}
