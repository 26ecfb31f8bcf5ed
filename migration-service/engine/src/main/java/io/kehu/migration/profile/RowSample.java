package io.kehu.migration.profile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.Hashes;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a uniform sample of rows: those whose lines hash lowest, so that the sample of a
 * whole is the sample of its partitions' samples.
 */
final class RowSample {

	private static final Comparator<Kept> BY_KEY = (left, right) -> Long.compareUnsigned(left.key, right.key);

	private final int capacity;

	private List<Kept> rows = new ArrayList<>();

	private long threshold = -1;

	RowSample(int capacity) {
		this.capacity = capacity;
	}

	/** Returns whether a line belongs to the sample as it stands. */
	boolean wants(long line) {
		return Long.compareUnsigned(key(line), this.threshold) <= 0;
	}

	private static long key(long line) {
		return Hashes.mix(line * 0x9E3779B97F4A7C15L + 1);
	}

	void add(long line, @Nullable String[] values) {
		this.rows.add(new Kept(key(line), line, values));
		if (this.rows.size() >= 2 * this.capacity) {
			shrink();
		}
	}

	private void shrink() {
		if (this.rows.size() > this.capacity) {
			this.rows.sort(BY_KEY);
			this.rows = new ArrayList<>(this.rows.subList(0, this.capacity));
			this.threshold = this.rows.get(this.capacity - 1).key;
		}
	}

	void merge(RowSample other) {
		this.rows.addAll(other.rows);
		shrink();
	}

	void write(DataOutputStream output) throws IOException {
		shrink();
		output.writeInt(this.capacity);
		output.writeInt(this.rows.size());
		for (Kept row : this.rows) {
			output.writeLong(row.line);
			output.writeInt(row.values.length);
			for (String value : row.values) {
				StateText.write(value, output);
			}
		}
	}

	static RowSample read(DataInputStream input) throws IOException {
		RowSample sample = new RowSample(input.readInt());
		for (int left = input.readInt(); left > 0; left--) {
			long line = input.readLong();
			@Nullable String[] values = new @Nullable String[input.readInt()];
			for (int i = 0; i < values.length; i++) {
				values[i] = StateText.read(input);
			}
			sample.add(line, values);
		}
		return sample;
	}

	/**
	 * Returns the sample as a table, in the order of its lines; words for missing are
	 * missing.
	 */
	Table table(List<String> columns) {
		shrink();
		this.rows.sort(Comparator.comparingLong((kept) -> kept.line));
		List<ColumnBuilder> builders = columns.stream().map(ColumnBuilder::new).toList();
		for (Kept row : this.rows) {
			for (int i = 0; i < builders.size(); i++) {
				String value = (i < row.values.length) ? row.values[i] : null;
				String stripped = (value != null) ? value.strip() : null;
				builders.get(i).add((stripped == null || Missing.isWord(stripped)) ? null : stripped);
			}
		}
		return new Table(builders.stream().map(ColumnBuilder::build).toList());
	}

	/**
	 * A row of the sample.
	 */
	private static final class Kept {

		private final long key;

		private final long line;

		private final @Nullable String[] values;

		Kept(long key, long line, @Nullable String[] values) {
			this.key = key;
			this.line = line;
			this.values = values;
		}

	}

}
