package io.kehu.migration.move.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Rows in their binary form: the number of fields in two bytes, then each field as its
 * length in four bytes (-1 for null) and its bytes. This is PostgreSQL's binary format of
 * {@code COPY} without header and trailer.
 */
public final class TupleBuffer {

	private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

	private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	private static final int INITIAL = 1 << 16;

	private byte[] data = new byte[INITIAL];

	private int size;

	private int[] starts = new int[1024];

	private int rows;

	/** Begins a row. */
	public void begin(int fields) {
		mark(this.size);
		room(2);
		SHORT.set(this.data, this.size, (short) fields);
		this.size += 2;
	}

	/** Completes the row. */
	public void end() {
		this.rows++;
	}

	/** Discards the row that was begun. */
	public void abandon() {
		this.size = this.starts[this.rows];
	}

	/** Removes all rows. */
	public void clear() {
		this.rows = 0;
		this.size = 0;
	}

	/** Returns the number of complete rows. */
	public int rows() {
		return this.rows;
	}

	/** Returns the number of bytes. */
	public int size() {
		return this.size;
	}

	/** Returns the bytes, of which the first {@link #size()} count. */
	public byte[] data() {
		return this.data;
	}

	/** Returns where a row begins; for the number of rows, where the last one ends. */
	public int start(int row) {
		return (row < this.rows) ? this.starts[row] : this.size;
	}

	/** Replaces all rows by a copy of some bytes. */
	public void fill(byte[] bytes, int length) {
		clear();
		room(length);
		System.arraycopy(bytes, 0, this.data, 0, length);
		int position = 0;
		while (position < length) {
			mark(position);
			end();
			int fields = (short) SHORT.get(bytes, position);
			position += 2;
			for (int field = 0; field < fields; field++) {
				position += 4 + Math.max(0, (int) INT.get(bytes, position));
			}
		}
		this.size = length;
	}

	/** Adds the row of another buffer. */
	public void copyRow(TupleBuffer other, int row) {
		int from = other.start(row);
		int length = other.start(row + 1) - from;
		mark(this.size);
		room(length);
		System.arraycopy(other.data, from, this.data, this.size, length);
		this.size += length;
		end();
	}

	/** Adds the field null. */
	public void putNull() {
		length(-1);
	}

	/** Adds a field of given bytes. */
	public void put(byte[] bytes, int from, int length) {
		length(length);
		room(length);
		System.arraycopy(bytes, from, this.data, this.size, length);
		this.size += length;
	}

	void putByte(int value) {
		length(1);
		append(value);
	}

	void putShort(int value) {
		length(2);
		appendShort(value);
	}

	void putInt(int value) {
		length(4);
		room(4);
		INT.set(this.data, this.size, value);
		this.size += 4;
	}

	void putLong(long value) {
		length(8);
		appendLong(value);
	}

	void append(int value) {
		room(1);
		this.data[this.size++] = (byte) value;
	}

	void appendShort(int value) {
		room(2);
		SHORT.set(this.data, this.size, (short) value);
		this.size += 2;
	}

	void appendInt(int value) {
		length(value);
	}

	void appendLong(long value) {
		room(8);
		LONG.set(this.data, this.size, value);
		this.size += 8;
	}

	private void mark(int start) {
		if (this.rows + 1 >= this.starts.length) {
			this.starts = Arrays.copyOf(this.starts, this.starts.length * 2);
		}
		this.starts[this.rows] = start;
	}

	private void length(int value) {
		room(4);
		INT.set(this.data, this.size, value);
		this.size += 4;
	}

	private void room(int bytes) {
		if (this.size + bytes > this.data.length) {
			this.data = Arrays.copyOf(this.data, Math.max(this.size + bytes, this.data.length * 2));
		}
	}

	static int shortAt(byte[] bytes, int position) {
		return (short) SHORT.get(bytes, position);
	}

	/** Returns a number of four bytes. */
	public static int intAt(byte[] bytes, int position) {
		return (int) INT.get(bytes, position);
	}

	static long longAt(byte[] bytes, int position) {
		return (long) LONG.get(bytes, position);
	}

}
