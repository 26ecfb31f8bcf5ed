package io.kehu.migration.matching.exact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Brings duplicates that come in any order into that of their lines, spilling as it goes.
 */
final class DuplicateSorter {

	private static final int MOST = 1 << 16;

	private final Path directory;

	private final List<LongSpill> spills = new ArrayList<>();

	private final Duplicate[] pending = new Duplicate[MOST];

	private int size;

	DuplicateSorter(Path directory) {
		this.directory = directory;
	}

	void add(long line, long first) throws IOException {
		if (this.size == MOST) {
			spill();
		}
		this.pending[this.size++] = new Duplicate(line, first);
	}

	private void spill() throws IOException {
		Arrays.sort(this.pending, 0, this.size, Comparator.comparingLong(Duplicate::line));
		LongSpill spill = new LongSpill(this.directory);
		for (int i = 0; i < this.size; i++) {
			spill.write(this.pending[i].line());
			spill.write(this.pending[i].first());
		}
		this.spills.add(spill);
		this.size = 0;
	}

	/** Returns all duplicates, each file in order. */
	List<LongSpill> spills() throws IOException {
		spill();
		return this.spills;
	}

}
