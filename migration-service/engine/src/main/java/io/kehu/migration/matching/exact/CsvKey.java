package io.kehu.migration.matching.exact;

import java.util.Arrays;
import java.util.List;

/**
 * The key of one CSV record at a time: its fields, or some of them, in a form that is the
 * same however they were quoted.
 */
final class CsvKey {

	private final byte delimiter;

	private final int[] columns;

	private byte[] bytes = new byte[0];

	private int start;

	private int end;

	private byte[] own = new byte[256];

	private int[] bounds = new int[64];

	private int fields;

	CsvKey(byte delimiter, List<Integer> columns) {
		this.delimiter = delimiter;
		this.columns = columns.stream().mapToInt(Integer::intValue).toArray();
	}

	byte delimiter() {
		return this.delimiter;
	}

	/** Take the key of a record; without quotes and for all columns that is itself. */
	void read(byte[] record, int from, int to, boolean quoted) {
		if (!quoted && this.columns.length == 0) {
			this.bytes = record;
			this.start = from;
			this.end = to;
			return;
		}
		split(record, from, to);
		this.bytes = this.own;
		this.start = 0;
		this.end = 0;
		int parts = (this.columns.length == 0) ? this.fields : this.columns.length;
		for (int part = 0; part < parts; part++) {
			int field = (this.columns.length == 0) ? part : this.columns[part];
			if (part > 0) {
				append(this.delimiter);
			}
			if (field < this.fields) {
				append(record, this.bounds[2 * field], this.bounds[2 * field + 1]);
			}
		}
		this.bytes = this.own;
	}

	private void split(byte[] record, int from, int to) {
		this.fields = 0;
		int at = from;
		while (at <= to) {
			int fieldEnd = fieldEnd(record, at, to);
			if (2 * this.fields == this.bounds.length) {
				this.bounds = Arrays.copyOf(this.bounds, 2 * this.bounds.length);
			}
			this.bounds[2 * this.fields] = at;
			this.bounds[2 * this.fields++ + 1] = fieldEnd;
			at = fieldEnd + 1;
		}
	}

	private int fieldEnd(byte[] record, int from, int to) {
		int at = from;
		if (from < to && record[from] == CsvRecords.QUOTE) {
			boolean inside = false;
			while (at < to && (inside || record[at] != this.delimiter)) {
				inside ^= record[at++] == CsvRecords.QUOTE;
			}
			return at;
		}
		while (at < to && record[at] != this.delimiter) {
			at++;
		}
		return at;
	}

	/** Append a field: without its quotes, unless it needs them. */
	private void append(byte[] record, int from, int to) {
		boolean bare = to - from > 1 && record[from] == CsvRecords.QUOTE && record[to - 1] == CsvRecords.QUOTE
				&& isPlain(record, from + 1, to - 1);
		int first = bare ? from + 1 : from;
		int last = bare ? to - 1 : to;
		ensure(last - first);
		System.arraycopy(record, first, this.own, this.end, last - first);
		this.end += last - first;
	}

	private boolean isPlain(byte[] record, int from, int to) {
		for (int at = from; at < to; at++) {
			byte symbol = record[at];
			if (symbol == this.delimiter || symbol == CsvRecords.QUOTE || symbol == '\n' || symbol == '\r') {
				return false;
			}
		}
		return true;
	}

	private void append(byte symbol) {
		ensure(1);
		this.own[this.end++] = symbol;
	}

	private void ensure(int more) {
		if (this.end + more > this.own.length) {
			this.own = Arrays.copyOf(this.own, Math.max(2 * this.own.length, this.end + more));
		}
	}

	byte[] bytes() {
		return this.bytes;
	}

	int start() {
		return this.start;
	}

	int end() {
		return this.end;
	}

}
