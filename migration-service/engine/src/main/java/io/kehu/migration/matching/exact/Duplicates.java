package io.kehu.migration.matching.exact;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

/**
 * Duplicates in the order of their lines, merged from any number of parts that each hold
 * theirs in that order.
 */
public final class Duplicates implements Closeable {

	private final List<Part> parts = new ArrayList<>();

	private final PriorityQueue<Part> queue = new PriorityQueue<>(
			Comparator.comparingLong((part) -> part.head().line()));

	private final long records;

	private final long count;

	private Duplicates(List<LongSpill> spills, long records) throws IOException {
		this.records = records;
		long longs = 0;
		for (LongSpill spill : spills) {
			longs += spill.size();
			Part part = new Part(spill);
			this.parts.add(part);
			spill.rewind();
			if (part.advance()) {
				this.queue.add(part);
			}
		}
		this.count = longs / 2;
	}

	/**
	 * Takes what was found.
	 * @param spills pairs of line and first line, each file in the order of lines
	 * @param records how many records were searched
	 */
	static Duplicates of(List<LongSpill> spills, long records) throws IOException {
		return new Duplicates(spills, records);
	}

	/** Returns how many records were searched. */
	public long records() {
		return this.records;
	}

	/** Returns how many duplicates there are in all. */
	public long count() {
		return this.count;
	}

	/**
	 * Moves to the next duplicate.
	 * @return the next duplicate, or null after the last
	 */
	public @Nullable Duplicate next() throws IOException {
		Part part = this.queue.poll();
		if (part == null) {
			return null;
		}
		Duplicate next = part.head();
		if (part.advance()) {
			this.queue.add(part);
		}
		return next;
	}

	@Override
	public void close() throws IOException {
		for (Part part : this.parts) {
			part.close();
		}
	}

	/**
	 * One sorted part with its next duplicate.
	 */
	private static final class Part implements Closeable {

		private final LongSpill spill;

		private long left;

		private Duplicate head = new Duplicate(0, 0);

		Part(LongSpill spill) {
			this.spill = spill;
			this.left = spill.size() / 2;
		}

		boolean advance() throws IOException {
			if (this.left == 0) {
				return false;
			}
			this.left--;
			this.head = new Duplicate(this.spill.read(), this.spill.read());
			return true;
		}

		Duplicate head() {
			return this.head;
		}

		@Override
		public void close() throws IOException {
			this.spill.close();
		}

	}

}
