package io.kehu.migration.matching.exact;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Finds duplicates by hash: the keys' hashes are spilled to partitions, and each
 * partition is searched on its own, several at once.
 */
public final class HashSearch implements DuplicateSearch {

	private static final int PARTITIONS = 128;

	private static final int LONGS = 3;

	@Override
	public Duplicates search(KeyedRows records, Path spills) throws IOException {
		List<LongSpill> partitions = new ArrayList<>();
		try {
			for (int i = 0; i < PARTITIONS; i++) {
				partitions.add(new LongSpill(spills));
			}
			long count = partition(records, partitions);
			List<LongSpill> found = IntStream.range(0, PARTITIONS)
				.parallel()
				.mapToObj((partition) -> searchQuietly(partitions.get(partition), spills))
				.toList();
			return Duplicates.of(found, count);
		}
		catch (UncheckedIOException ex) {
			throw (ex.getCause() != null) ? ex.getCause() : new IOException(ex);
		}
		finally {
			closeAll(partitions);
		}
	}

	private static void closeAll(List<? extends Closeable> files) throws IOException {
		for (Closeable file : files) {
			file.close();
		}
	}

	/** Spills all hashes. */
	private static long partition(KeyedRows records, List<LongSpill> partitions) throws IOException {
		KeyHash hash = new KeyHash(new SplittableRandom());
		long count = 0;
		while (records.next()) {
			count++;
			hash.of(records.keyBytes(), records.keyStart(), records.keyEnd());
			LongSpill partition = partitions.get((int) (hash.high() >>> 57));
			partition.write(hash.high());
			partition.write(hash.low());
			partition.write(records.line());
		}
		return count;
	}

	private static LongSpill searchQuietly(LongSpill partition, Path spills) {
		try {
			return search(partition, spills);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static LongSpill search(LongSpill partition, Path spills) throws IOException {
		LongSpill found = new LongSpill(spills);
		FirstLines firsts = new FirstLines();
		partition.rewind();
		for (long i = 0; i < partition.size(); i += LONGS) {
			long high = partition.read();
			long low = partition.read();
			long line = partition.read();
			long first = firsts.putIfAbsent(high, low, line);
			if (first != line) {
				found.write(line);
				found.write(first);
			}
		}
		partition.close();
		return found;
	}

}
