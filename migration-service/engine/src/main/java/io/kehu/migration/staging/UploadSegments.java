package io.kehu.migration.staging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The pieces of an upload on disk, each a file that tells where it begins and how long it
 * is.
 *
 * @param folder where they are
 * @param pieces the pieces without a gap, from the beginning on
 */
record UploadSegments(Path folder, List<Piece> pieces) {

	private static final Pattern NAME = Pattern.compile("segment-(\\d{15})-(\\d{15})");

	static UploadSegments of(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			List<Piece> found = files.map((file) -> NAME.matcher(file.getFileName().toString()))
				.filter(Matcher::matches)
				.map((name) -> new Piece(Long.parseLong(name.group(1)), Long.parseLong(name.group(2))))
				.sorted()
				.toList();
			int fitting = 0;
			long end = 0;
			while (fitting < found.size() && found.get(fitting).offset() == end) {
				end += found.get(fitting++).length();
			}
			return new UploadSegments(folder, found.subList(0, fitting));
		}
	}

	long received() {
		return this.pieces.isEmpty() ? 0 : this.pieces.get(this.pieces.size() - 1).end();
	}

	/** The bytes of all pieces, one file open at a time. */
	InputStream open(StagingCipher cipher, String id) {
		return new InputStream() {

			private int next;

			private @Nullable InputStream current;

			@Override
			public int read() throws IOException {
				byte[] one = new byte[1];
				return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
			}

			@Override
			public int read(byte[] target, int offset, int length) throws IOException {
				while (true) {
					if (this.current == null) {
						if (this.next == UploadSegments.this.pieces.size()) {
							return -1;
						}
						Piece piece = UploadSegments.this.pieces.get(this.next++);
						this.current = cipher.decrypt(UploadSegments.this.folder.resolve(piece.name()),
								piece.context(id));
					}
					int read = this.current.read(target, offset, length);
					if (read >= 0) {
						return read;
					}
					close();
				}
			}

			@Override
			public void close() throws IOException {
				InputStream open = this.current;
				this.current = null;
				if (open != null) {
					open.close();
				}
			}

		};
	}

	/**
	 * One piece.
	 *
	 * @param offset where it begins
	 * @param length how long it is
	 */
	record Piece(long offset, long length) implements Comparable<Piece> {

		long end() {
			return this.offset + this.length;
		}

		String name() {
			return "segment-%015d-%015d".formatted(this.offset, this.length);
		}

		String context(String id) {
			return "upload/%s/%d".formatted(id, this.offset);
		}

		@Override
		public int compareTo(Piece other) {
			return Long.compare(this.offset, other.offset);
		}

	}

}
