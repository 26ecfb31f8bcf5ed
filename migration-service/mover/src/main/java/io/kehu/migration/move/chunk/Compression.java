package io.kehu.migration.move.chunk;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

import com.github.luben.zstd.Zstd;
import net.jpountz.lz4.LZ4Factory;

/**
 * How chunks are compressed.
 */
public enum Compression {

	/** LZ77 and Huffman coding, at its fastest. */
	DEFLATE,

	/** Zstandard at its fastest regular level, the default. */
	ZSTD,

	/** LZ4. */
	LZ4;

	private static final LZ4Factory LZ4_FACTORY = LZ4Factory.fastestInstance();

	/**
	 * Compresses bytes.
	 * @param bytes an array
	 * @param length the number of bytes, from its beginning
	 * @return the compressed bytes
	 */
	byte[] compress(byte[] bytes, int length) {
		return switch (this) {
			case DEFLATE -> deflate(bytes, length);
			case ZSTD -> {
				byte[] output = new byte[Math.toIntExact(Zstd.compressBound(length))];
				long size = Zstd.compressByteArray(output, 0, output.length, bytes, 0, length, 1);
				yield Arrays.copyOf(output, checked(size));
			}
			case LZ4 -> LZ4_FACTORY.fastCompressor().compress(bytes, 0, length);
		};
	}

	/**
	 * Decompresses bytes.
	 * @param bytes compressed bytes
	 * @param length their number once decompressed
	 * @throws ChunkException if they are not what was compressed
	 */
	byte[] decompress(byte[] bytes, int length) throws ChunkException {
		byte[] output = new byte[length];
		int size;
		try {
			size = switch (this) {
				case DEFLATE -> inflate(bytes, output);
				case ZSTD -> checked(Zstd.decompressByteArray(output, 0, output.length, bytes, 0, bytes.length));
				case LZ4 -> LZ4_FACTORY.safeDecompressor().decompress(bytes, 0, bytes.length, output, 0);
			};
		}
		catch (DataFormatException | RuntimeException ex) {
			throw new ChunkException("The chunk cannot be decompressed.", ex);
		}
		if (size != length) {
			throw new ChunkException("The chunk has " + size + " bytes instead of " + length + ".", null);
		}
		return output;
	}

	private static int checked(long size) {
		if (Zstd.isError(size)) {
			throw new IllegalStateException(Zstd.getErrorName(size));
		}
		return Math.toIntExact(size);
	}

	private static byte[] deflate(byte[] bytes, int length) {
		Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
		try {
			deflater.setInput(bytes, 0, length);
			deflater.finish();
			byte[] output = new byte[length / 2 + 64];
			int size = 0;
			while (!deflater.finished()) {
				if (size == output.length) {
					output = Arrays.copyOf(output, output.length * 2);
				}
				size += deflater.deflate(output, size, output.length - size);
			}
			return Arrays.copyOf(output, size);
		}
		finally {
			deflater.end();
		}
	}

	private static int inflate(byte[] bytes, byte[] output) throws DataFormatException {
		Inflater inflater = new Inflater(true);
		try {
			inflater.setInput(bytes);
			int size = 0;
			while (size < output.length) {
				int more = inflater.inflate(output, size, output.length - size);
				if (more == 0) {
					return size;
				}
				size += more;
			}
			return size;
		}
		finally {
			inflater.end();
		}
	}

}
