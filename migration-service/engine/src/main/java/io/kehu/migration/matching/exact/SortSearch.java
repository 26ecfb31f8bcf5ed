package io.kehu.migration.matching.exact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/**
 * Finds duplicates by external merge sort: keys are sorted in memory run by run while the
 * next run is read, and the runs are merged, several ranges of hashes at once. Keys are
 * ordered by their hashes first, and compared themselves, byte by byte, where these are
 * equal.
 */
public final class SortSearch implements DuplicateSearch {

	/** Runs merged at once, each with its buffers. */
	private static final int FAN_IN = 64;

	private final int memory;

	private final int fanIn;

	/**
	 * Creates a search.
	 * @param memoryMegabytes roughly how much memory to take, from 1 to 1000
	 */
	public SortSearch(int memoryMegabytes) {
		this(memoryMegabytes << 20, FAN_IN);
		if (memoryMegabytes < 1 || memoryMegabytes > 1_000) {
			throw new IllegalArgumentException("1 to 1000 megabytes are needed, not " + memoryMegabytes);
		}
	}

	/** Creates a search of so many bytes, and so many runs merged at once. */
	SortSearch(int memory, int fanIn) {
		this.memory = memory;
		this.fanIn = fanIn;
	}

	@Override
	public Duplicates search(KeyedRows records, Path spills) throws IOException {
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
			List<LongSpill> found = IntStream.range(0, KeyRun.PARTS)
				.parallel()
				.mapToObj((part) -> findQuietly(runs, part, spills))
				.flatMap(List::stream)
				.toList();
			return Duplicates.of(found, count);
		}
		catch (UncheckedIOException ex) {
			throw (ex.getCause() != null) ? ex.getCause() : new IOException(ex);
		}
		finally {
			close(runs);
		}
	}

	/** Fills one builder while the other one's keys are sorted and written. */
	private long sort(KeyedRows records, Path spills, List<KeyRun> runs) throws IOException {
		KeyHash hash = new KeyHash(new SplittableRandom());
		RunBuilder filling = new RunBuilder(this.memory / 2);
		RunBuilder other = new RunBuilder(this.memory / 2);
		CompletableFuture<KeyRun> sorting = null;
		long count = 0;
		try {
			while (records.next()) {
				count++;
				hash.of(records.keyBytes(), records.keyStart(), records.keyEnd());
				if (!filling.add(records, hash.high())) {
					RunBuilder full = filling;
					if (sorting != null) {
						runs.add(sorting.join());
					}
					sorting = CompletableFuture.supplyAsync(() -> sortQuietly(full, spills));
					filling = other;
					other = full;
					filling.add(records, hash.high());
				}
			}
			runs.add(filling.toRun(spills));
		}
		catch (CompletionException ex) {
			sorting = null;
			throw (ex.getCause() instanceof UncheckedIOException cause) ? cause : ex;
		}
		finally {
			if (sorting != null) {
				runs.add(sorting.join());
			}
		}
		return count;
	}

	private static KeyRun sortQuietly(RunBuilder full, Path spills) {
		try {
			return full.toRun(spills);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void close(List<KeyRun> runs) throws IOException {
		for (KeyRun run : runs) {
			run.close();
		}
	}

	private static KeyRun merge(List<KeyRun> runs, Path spills) throws IOException {
		KeyRun merged = new KeyRun(spills);
		for (int part = 0; part < KeyRun.PARTS; part++) {
			KeyMerge merge = new KeyMerge(runs, part);
			for (KeyReader next = merge.next(); next != null; next = merge.next()) {
				merged.write(next.hash(), next.line(), next.bytes(), next.keyStart(), next.length());
			}
		}
		return merged.finish();
	}

	private static List<LongSpill> findQuietly(List<KeyRun> runs, int part, Path spills) {
		try {
			return find(new KeyMerge(runs, part), spills);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<LongSpill> find(KeyMerge merge, Path spills) throws IOException {
		DuplicateSorter found = new DuplicateSorter(spills);
		byte[] key = new byte[256];
		int length = -1;
		long hash = 0;
		long first = 0;
		for (KeyReader next = merge.next(); next != null; next = merge.next()) {
			int start = next.keyStart();
			if (hash == next.hash() && length == next.length()
					&& Arrays.equals(key, 0, length, next.bytes(), start, start + length)) {
				found.add(next.line(), first);
			}
			else {
				hash = next.hash();
				length = next.length();
				key = (key.length < length) ? new byte[2 * length] : key;
				System.arraycopy(next.bytes(), start, key, 0, length);
				first = next.line();
			}
		}
		return found.spills();
	}

}
