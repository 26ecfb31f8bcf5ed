package io.kehu.migration.duplicate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A file of sorted keys with their lines, written once and read once; ordered by the key
 * at which its reading stands.
 */
final class KeyRun implements Comparable<KeyRun>, Closeable {

	private static final int BUFFER = 128 << 10;

	private final Path file;

	private @Nullable DataOutputStream output;

	private @Nullable DataInputStream input;

	private byte[] key = new byte[256];

	private int length;

	private long line;

	private long left;

	KeyRun(Path directory) throws IOException {
		this.file = Files.createTempFile(directory, "run", ".keys");
		this.output = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(this.file), BUFFER));
	}

	void write(byte[] bytes, int offset, int count, long from) throws IOException {
		if (this.output == null) {
			throw new IllegalStateException("The run is being read");
		}
		this.output.writeInt(count);
		this.output.write(bytes, offset, count);
		this.output.writeLong(from);
		this.left++;
	}

	/** End the writing. */
	KeyRun finish() throws IOException {
		if (this.output != null) {
			this.output.close();
			this.output = null;
		}
		return this;
	}

	/** Begin to read what was written. */
	void rewind() throws IOException {
		finish();
		this.input = new DataInputStream(new BufferedInputStream(Files.newInputStream(this.file), BUFFER));
	}

	/** Go on to the next key; says whether there is one. */
	boolean advance() throws IOException {
		if (this.left == 0 || this.input == null) {
			return false;
		}
		this.left--;
		this.length = this.input.readInt();
		if (this.key.length < this.length) {
			this.key = new byte[2 * this.length];
		}
		this.input.readFully(this.key, 0, this.length);
		this.line = this.input.readLong();
		return true;
	}

	byte[] key() {
		return this.key;
	}

	int length() {
		return this.length;
	}

	long line() {
		return this.line;
	}

	@Override
	public int compareTo(KeyRun other) {
		int order = Arrays.compareUnsigned(this.key, 0, this.length, other.key, 0, other.length);
		return (order != 0) ? order : Long.compare(this.line, other.line);
	}

	@Override
	public boolean equals(Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	@Override
	public void close() throws IOException {
		finish();
		if (this.input != null) {
			this.input.close();
		}
		Files.deleteIfExists(this.file);
	}

}
