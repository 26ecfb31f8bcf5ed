package io.kehu.migration.intake;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Reads the first rows ahead, so that the columns are known before any row is given, and
 * closes the account of a reading at its end.
 */
final class RowsAhead {

	private static final int FIRST_ROWS = 100;

	private final Source source;

	private final LineProblems problems;

	private final LongSupplier counted;

	private final Deque<Row> ahead = new ArrayDeque<>();

	private boolean ended;

	/**
	 * Creates the rows of a source.
	 * @param source reads one row after another
	 * @param problems takes the account
	 * @param counted returns how many lines or records there were, once all are read
	 */
	RowsAhead(Source source, LineProblems problems, LongSupplier counted) {
		this.source = source;
		this.problems = problems;
		this.counted = counted;
	}

	/** Reads the first rows, and returns whether there are any. */
	boolean readFirst() throws IOException {
		while (this.ahead.size() < FIRST_ROWS) {
			Row row = this.source.read();
			if (row == null) {
				break;
			}
			this.ahead.add(row);
		}
		return !this.ahead.isEmpty();
	}

	/** Returns the next row, or null at the end. */
	@Nullable Row next() throws IOException {
		Row row = this.ahead.isEmpty() ? this.source.read() : this.ahead.remove();
		if (row != null) {
			this.problems.row();
		}
		else if (!this.ended) {
			this.ended = true;
			this.problems.end(this.counted.getAsLong());
		}
		return row;
	}

	/**
	 * Reads rows.
	 */
	@FunctionalInterface
	interface Source {

		/** Returns the next row, or null at the end. */
		@Nullable Row read() throws IOException;

	}

}
