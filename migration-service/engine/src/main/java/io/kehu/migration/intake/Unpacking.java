package io.kehu.migration.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

import com.github.luben.zstd.ZstdInputStream;

/**
 * Undoes the compression that a file's magic bytes tell of, within bounds.
 *
 * @param input the bytes inside
 * @param head the first of them; {@code input} gives them too
 * @param packing what was undone
 */
record Unpacking(InputStream input, Head head, List<Packing> packing) {

	static final int SAMPLE = 1 << 18;

	private static final int MOST_LAYERS = 2;

	private static final int BUFFER = 1 << 16;

	/**
	 * Unpack a stream as far as it is packed.
	 * @param input the bytes as they came
	 * @param limits how far they may expand
	 * @return what is inside
	 * @throws IntakeException when it is packed more than twice over
	 */
	static Unpacking of(InputStream input, IntakeLimits limits) throws IOException {
		List<Packing> packing = new ArrayList<>();
		Head head = Head.of(input);
		InputStream current = head.before(input);
		while (head.isGzip() || head.isZstd()) {
			if (packing.size() == MOST_LAYERS) {
				throw new IntakeException(IntakeRefusal.EXPANDS_TOO_FAR, "The file is packed more than twice over");
			}
			packing.add(head.isGzip() ? Packing.GZIP : Packing.ZSTD);
			CountedInput packed = new CountedInput(current);
			InputStream unpacked = head.isGzip() ? new GZIPInputStream(packed, BUFFER)
					: new ZstdInputStream(new BufferedInputStream(packed, BUFFER));
			BoundedInput bounded = new BoundedInput(unpacked, packed, limits);
			head = Head.of(bounded);
			current = head.before(bounded);
		}
		return new Unpacking(current, head, packing);
	}

	/**
	 * The first bytes of a stream.
	 */
	static final class Head {

		private final byte[] bytes;

		private Head(byte[] bytes) {
			this.bytes = bytes;
		}

		private static Head of(InputStream input) throws IOException {
			return new Head(input.readNBytes(SAMPLE));
		}

		private InputStream before(InputStream rest) {
			return new SequenceInputStream(new ByteArrayInputStream(this.bytes), rest);
		}

		byte[] bytes() {
			return this.bytes;
		}

		boolean isGzip() {
			return startsWith(0x1F, 0x8B);
		}

		boolean isZstd() {
			return startsWith(0x28, 0xB5, 0x2F, 0xFD);
		}

		boolean isZip() {
			return startsWith('P', 'K', 3, 4);
		}

		/** Whether this is the old binary format of Office, or another known binary. */
		boolean isForeign() {
			return startsWith(0xD0, 0xCF, 0x11, 0xE0) || startsWith('%', 'P', 'D', 'F')
					|| startsWith(0x7F, 'E', 'L', 'F') || startsWith(0x89, 'P', 'N', 'G')
					|| startsWith('P', 'A', 'R', '1') || startsWith('B', 'Z', 'h')
					|| startsWith(0xFD, '7', 'z', 'X', 'Z') || startsWith('7', 'z', 0xBC, 0xAF)
					|| startsWith('S', 'Q', 'L', 'i', 't', 'e') || startsWith('P', 'K', 5, 6);
		}

		private boolean startsWith(int... expected) {
			byte[] start = new byte[expected.length];
			for (int i = 0; i < expected.length; i++) {
				start[i] = (byte) expected[i];
			}
			return this.bytes.length >= start.length
					&& Arrays.equals(this.bytes, 0, start.length, start, 0, start.length);
		}

	}

}
