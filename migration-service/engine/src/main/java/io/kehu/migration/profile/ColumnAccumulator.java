package io.kehu.migration.profile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import io.kehu.migration.table.Hashes;

/**
 * Counts equal texts of a column before they are looked at, so that each text is looked
 * at seldom.
 */
final class ColumnAccumulator {

	private static final int BUFFERED = 1 << 13;

	private static final Tally NONE = new Tally("");

	private final String name;

	private final Map<String, Tally> buffer = new HashMap<>();

	private final ColumnStatistics statistics = new ColumnStatistics();

	private long present;

	/** Neighbours often have the same text. */
	private Tally last = NONE;

	ColumnAccumulator(String name) {
		this.name = name;
	}

	/**
	 * Adds a row's text.
	 * @param text not blank
	 * @return where it is counted
	 */
	Tally add(String text) {
		this.present++;
		if (this.last.text.equals(text)) {
			this.last.count++;
			return this.last;
		}
		Tally tally = this.buffer.get(text);
		if (tally == null) {
			if (this.buffer.size() == BUFFERED) {
				flush();
			}
			tally = new Tally(text);
			this.buffer.put(text, tally);
		}
		tally.count++;
		this.last = tally;
		return tally;
	}

	private void flush() {
		this.buffer.values().forEach((tally) -> this.statistics.add(tally.text, tally.hash, tally.count));
		this.buffer.clear();
		this.last = NONE;
	}

	void write(DataOutputStream output) throws IOException {
		flush();
		output.writeLong(this.present);
		this.statistics.write(output);
	}

	/** Takes in what was written in another partition. */
	void merge(DataInputStream input) throws IOException {
		flush();
		this.present += input.readLong();
		this.statistics.merge(input);
	}

	String name() {
		return this.name;
	}

	/** Returns how many rows have a text that is not blank. */
	long present() {
		return this.present;
	}

	ColumnStatistics statistics() {
		flush();
		return this.statistics;
	}

	/**
	 * A text and how often it came.
	 */
	static final class Tally {

		private final String text;

		private final long hash;

		private long count;

		Tally(String text) {
			this.text = text;
			this.hash = Hashes.of(text);
		}

		String text() {
			return this.text;
		}

		long hash() {
			return this.hash;
		}

	}

}
