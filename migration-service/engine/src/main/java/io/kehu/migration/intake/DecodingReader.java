package io.kehu.migration.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes a file and goes on where bytes do not belong to its encoding: among UTF-8 they
 * are read as Windows-1252, elsewhere as the replacement character, and each line on
 * which that happens is told.
 */
final class DecodingReader extends Reader {

	private static final Charset FALLBACK = Charset.forName("windows-1252");

	private static final int BUFFER = 1 << 16;

	private final InputStream input;

	private final Charset charset;

	private final CharsetDecoder decoder;

	private final LineProblems problems;

	private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();

	private boolean ended;

	private long line = 1;

	private long toldLine;

	private long zeroLine;

	private long zeros;

	/** The last character read; a line end before the first. */
	private char last = '\n';

	DecodingReader(InputStream input, Charset charset, LineProblems problems) {
		this.input = input;
		this.charset = charset;
		this.problems = problems;
		this.decoder = charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		CharBuffer characters = CharBuffer.wrap(target, offset, length);
		boolean more = length > 0;
		while (more && characters.position() == offset) {
			more = decode(characters, target, offset);
		}
		int read = characters.position() - offset;
		return (read == 0 && length > 0) ? -1 : read;
	}

	/** Decodes some characters; returns false at the end. */
	private boolean decode(CharBuffer characters, char[] target, int offset) throws IOException {
		int counted = offset;
		while (characters.hasRemaining()) {
			CoderResult result = this.decoder.decode(this.bytes, characters, this.ended);
			if (result.isError()) {
				count(characters, target, counted);
				counted = characters.position();
				replace(result.length(), characters);
			}
			else if (result.isOverflow() || this.ended || characters.position() > offset) {
				break;
			}
			else {
				fill();
			}
		}
		count(characters, target, counted);
		return !this.ended || this.bytes.hasRemaining();
	}

	private void fill() throws IOException {
		this.bytes.compact();
		int read = this.input.read(this.bytes.array(), this.bytes.position(), this.bytes.remaining());
		if (read > 0) {
			this.bytes.position(this.bytes.position() + read);
		}
		this.ended = read < 0;
		this.bytes.flip();
	}

	private void replace(int length, CharBuffer characters) {
		int first = this.bytes.get(this.bytes.position()) & 0xFF;
		boolean fallBack = this.charset.equals(StandardCharsets.UTF_8);
		int taken = fallBack ? 1 : length;
		byte[] wrong = new byte[taken];
		this.bytes.get(wrong);
		String text = fallBack ? new String(wrong, FALLBACK) : "\uFFFD";
		characters.put(text.charAt(0));
		if (this.line != this.toldLine) {
			this.toldLine = this.line;
			String how = fallBack ? "read as Windows-1252 \"%s\"".formatted(text) : "replaced";
			this.problems.add(this.line, LineProblemKind.MIXED_ENCODING,
					"byte 0x%02X is not %s, %s".formatted(first, this.charset.name(), how), "");
		}
	}

	/** Counts line ends, and leaves characters of the code 0 out. */
	private void count(CharBuffer characters, char[] target, int from) {
		int to = characters.position();
		int kept = from;
		for (int i = from; i < to; i++) {
			char symbol = target[i];
			if (symbol <= '\r') {
				if (symbol == 0) {
					leaveOut();
					continue;
				}
				boolean second = symbol == '\n' && ((kept > from) ? target[kept - 1] : this.last) == '\r';
				this.line += (symbol == '\r' || (symbol == '\n' && !second)) ? 1 : 0;
			}
			if (kept != i) {
				target[kept] = symbol;
			}
			kept++;
		}
		if (kept > from) {
			this.last = target[kept - 1];
			characters.position(kept);
		}
		else if (to > from) {
			characters.position(from);
		}
	}

	private void leaveOut() {
		this.zeros++;
		if (this.line != this.zeroLine) {
			this.zeroLine = this.line;
			this.problems.add(this.line, LineProblemKind.NUL_CHARACTER, "characters of the code 0 were left out", "");
		}
	}

	/** How many lines were read so far. */
	long lines() {
		boolean open = this.last != '\n' && this.last != '\r';
		return this.line - (open ? 0 : 1);
	}

	/** How many characters of the code 0 were left out. */
	long zeros() {
		return this.zeros;
	}

	@Override
	public void close() throws IOException {
		this.input.close();
	}

}
