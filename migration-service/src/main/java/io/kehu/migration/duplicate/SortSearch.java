package io.kehu.migration.duplicate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds duplicates by external merge sort: keys are sorted in memory run by run, and the
 * runs merged. Compares the keys themselves, byte by byte.
 */
public final class SortSearch implements DuplicateSearch {

	/** Runs merged at once, each with its buffer. */
	private static final int FAN_IN = 64;

	private final int memory;

	private final int fanIn;

	/**
	 * Make a search.
	 * @param memoryMegabytes roughly how much memory a run may take, from 1 to 1000
	 */
	public SortSearch(int memoryMegabytes) {
		this(memoryMegabytes << 20, FAN_IN);
		if (memoryMegabytes < 1 || memoryMegabytes > 1_000) {
			throw new IllegalArgumentException("1 to 1000 megabytes are needed, not " + memoryMegabytes);
		}
	}

	/** Make a search of so many bytes a run, and so many runs merged at once. */
	SortSearch(int memory, int fanIn) {
		this.memory = memory;
		this.fanIn = fanIn;
	}

	@Override
	public Duplicates search(KeyedRecords records, Path spills) throws IOException {
		List<KeyRun> runs = new ArrayList<>();
		try {
			long count = sort(records, spills, runs);
			while (runs.size() > this.fanIn) {
				List<KeyRun> some = runs.subList(0, this.fanIn);
				KeyRun merged = merge(some, spills);
				close(some);
				some.clear();
				runs.add(merged);
			}
			return Duplicates.of(find(runs, spills), count);
		}
		finally {
			close(runs);
		}
	}

	private long sort(KeyedRecords records, Path spills, List<KeyRun> runs) throws IOException {
		RunBuilder builder = new RunBuilder(this.memory);
		long count = 0;
		while (records.next()) {
			count++;
			if (!builder.add(records)) {
				runs.add(builder.toRun(spills));
				builder.add(records);
			}
		}
		runs.add(builder.toRun(spills));
		return count;
	}

	private static void close(List<KeyRun> runs) throws IOException {
		for (KeyRun run : runs) {
			run.close();
		}
	}

	private static PriorityQueue<KeyRun> open(List<KeyRun> runs) throws IOException {
		PriorityQueue<KeyRun> queue = new PriorityQueue<>(Comparator.naturalOrder());
		for (KeyRun run : runs) {
			run.rewind();
			if (run.advance()) {
				queue.add(run);
			}
		}
		return queue;
	}

	private static KeyRun merge(List<KeyRun> runs, Path spills) throws IOException {
		KeyRun merged = new KeyRun(spills);
		PriorityQueue<KeyRun> queue = open(runs);
		for (KeyRun next = queue.poll(); next != null; next = queue.poll()) {
			merged.write(next.key(), 0, next.length(), next.line());
			if (next.advance()) {
				queue.add(next);
			}
		}
		return merged.finish();
	}

	private List<LongSpill> find(List<KeyRun> runs, Path spills) throws IOException {
		DuplicateSorter found = new DuplicateSorter(spills);
		PriorityQueue<KeyRun> queue = open(runs);
		byte[] key = new byte[256];
		int length = -1;
		long first = 0;
		for (KeyRun next = queue.poll(); next != null; next = queue.poll()) {
			if (length == next.length() && Arrays.equals(key, 0, length, next.key(), 0, length)) {
				found.add(next.line(), first);
			}
			else {
				length = next.length();
				key = (key.length < length) ? new byte[2 * length] : key;
				System.arraycopy(next.key(), 0, key, 0, length);
				first = next.line();
			}
			if (next.advance()) {
				queue.add(next);
			}
		}
		return found.spills();
	}

}
