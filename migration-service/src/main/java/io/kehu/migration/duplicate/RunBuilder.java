package io.kehu.migration.duplicate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects as many keys as fit its memory and sorts them into a run.
 */
final class RunBuilder {

	/** Bytes that an entry takes beside its key. */
	private static final int ENTRY = 48;

	private final byte[] arena;

	private final int most;

	private int used;

	private final List<Entry> entries = new ArrayList<>();

	RunBuilder(int memory) {
		this.most = memory;
		this.arena = new byte[memory / 2];
	}

	/**
	 * Add the key of the current record.
	 * @return false when there is no room left
	 */
	boolean add(KeyedRecords records) throws IOException {
		int length = records.keyEnd() - records.keyStart();
		if (this.used + length > this.arena.length || (long) this.entries.size() * ENTRY > this.most / 2) {
			if (this.entries.isEmpty()) {
				throw new IOException("The key on line %d is longer than memory".formatted(records.line()));
			}
			return false;
		}
		System.arraycopy(records.keyBytes(), records.keyStart(), this.arena, this.used, length);
		this.entries.add(new Entry(this.arena, this.used, length, records.line()));
		this.used += length;
		return true;
	}

	/** Sort what was added into a run, and make room again. */
	KeyRun toRun(Path spills) throws IOException {
		Entry[] sorted = this.entries.toArray(Entry[]::new);
		this.entries.clear();
		Arrays.parallelSort(sorted);
		KeyRun run = new KeyRun(spills);
		for (Entry entry : sorted) {
			run.write(this.arena, entry.offset, entry.length, entry.line);
		}
		this.used = 0;
		return run.finish();
	}

	/**
	 * A key in memory; its first bytes decide most comparisons.
	 */
	private static final class Entry implements Comparable<Entry> {

		private final byte[] arena;

		private final int offset;

		private final int length;

		private final long line;

		private final long prefix;

		Entry(byte[] arena, int offset, int length, long line) {
			this.arena = arena;
			this.offset = offset;
			this.length = length;
			this.line = line;
			this.prefix = prefix(arena, offset, length);
		}

		private static long prefix(byte[] bytes, int offset, int length) {
			if (length >= Long.BYTES) {
				return ByteBuffer.wrap(bytes).getLong(offset);
			}
			long prefix = 0;
			for (int i = 0; i < Long.BYTES; i++) {
				prefix = prefix << 8 | ((i < length) ? bytes[offset + i] & 0xFF : 0);
			}
			return prefix;
		}

		@Override
		public int compareTo(Entry other) {
			int order = Long.compareUnsigned(this.prefix, other.prefix);
			if (order == 0) {
				order = Arrays.compareUnsigned(this.arena, this.offset, this.offset + this.length, other.arena,
						other.offset, other.offset + other.length);
			}
			return (order != 0) ? order : Long.compare(this.line, other.line);
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Entry entry && compareTo(entry) == 0;
		}

		@Override
		public int hashCode() {
			return Long.hashCode(this.line);
		}

	}

}
