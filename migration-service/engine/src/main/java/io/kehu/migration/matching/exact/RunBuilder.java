package io.kehu.migration.matching.exact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Collects as many keys as fit its memory and sorts them into a run: by hash, since that
 * one number decides nearly all comparisons however much the keys begin alike, then by
 * the keys themselves.
 */
final class RunBuilder {

	/** Bytes that an entry takes beside its key, room for the sorting included. */
	private static final int ENTRY = 36;

	private static final int INDEX_BITS = 24;

	private static final long INDEX = (1L << INDEX_BITS) - 1;

	private final byte[] arena;

	/** The first bits of the hash with the index behind them. */
	private final long[] order;

	private final long[] hashes;

	private final long[] lines;

	private final int[] offsets;

	private int used;

	private int size;

	RunBuilder(int memory) {
		this.arena = new byte[memory / 3 * 2];
		int most = (int) Math.min(INDEX, Math.max(16, memory / 3 / ENTRY));
		this.order = new long[most];
		this.hashes = new long[most];
		this.lines = new long[most];
		this.offsets = new int[most + 1];
	}

	/**
	 * Adds the key of the current record.
	 * @return false when there is no room left
	 */
	boolean add(KeyedRows records, long hash) throws IOException {
		int length = records.keyEnd() - records.keyStart();
		if (length > this.arena.length - this.used || this.size == this.order.length) {
			if (this.size == 0) {
				throw new IOException("The key on line %d is longer than memory".formatted(records.line()));
			}
			return false;
		}
		System.arraycopy(records.keyBytes(), records.keyStart(), this.arena, this.used, length);
		this.used += length;
		this.order[this.size] = (hash & ~INDEX) | this.size;
		this.hashes[this.size] = hash;
		this.lines[this.size] = records.line();
		this.offsets[++this.size] = this.used;
		return true;
	}

	/** Sorts what was added into a run, and make room again. */
	KeyRun toRun(Path spills) throws IOException {
		Arrays.parallelSort(this.order, 0, this.size);
		for (int start = 0, end; start < this.size; start = end) {
			end = start + 1;
			while (end < this.size && (this.order[end] ^ this.order[start]) >>> INDEX_BITS == 0) {
				end++;
			}
			sortAlike(start, end);
		}
		KeyRun run = new KeyRun(spills);
		for (int i = 0; i < this.size; i++) {
			int index = (int) (this.order[i] & INDEX);
			run.write(this.hashes[index], this.lines[index], this.arena, this.offsets[index],
					this.offsets[index + 1] - this.offsets[index]);
		}
		this.used = 0;
		this.size = 0;
		return run.finish();
	}

	/** Sorts entries that begin alike; equal keys stay in the order of their lines. */
	private void sortAlike(int start, int end) {
		for (int i = start + 1; i < end; i++) {
			long entry = this.order[i];
			int place = i;
			while (place > start && compare(entry, this.order[place - 1]) < 0) {
				this.order[place] = this.order[place - 1];
				place--;
			}
			this.order[place] = entry;
		}
	}

	private int compare(long left, long right) {
		int one = (int) (left & INDEX);
		int other = (int) (right & INDEX);
		int order = Long.compare(this.hashes[one], this.hashes[other]);
		return (order != 0) ? order : Arrays.compareUnsigned(this.arena, this.offsets[one], this.offsets[one + 1],
				this.arena, this.offsets[other], this.offsets[other + 1]);
	}

}
