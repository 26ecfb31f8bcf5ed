package io.kehu.migration.move.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a value as its database sent them, reused from value to value.
 */
public final class Value {

	private byte[] data = new byte[0];

	private int from;

	private int to;

	/**
	 * Points to other bytes, which are not copied.
	 * @param newData the array
	 * @param newFrom the first byte
	 * @param newTo the end, exclusive
	 */
	public void set(byte[] newData, int newFrom, int newTo) {
		this.data = newData;
		this.from = newFrom;
		this.to = newTo;
	}

	byte[] data() {
		return this.data;
	}

	int from() {
		return this.from;
	}

	int to() {
		return this.to;
	}

	/** Returns the number of bytes. */
	public int length() {
		return this.to - this.from;
	}

	int at(int index) {
		return this.data[this.from + index];
	}

	/** Returns the bytes as ASCII, and others as Latin-1. */
	public String text() {
		return new String(this.data, this.from, length(), StandardCharsets.ISO_8859_1);
	}

	/** Returns a copy of the bytes. */
	public byte[] copy() {
		return Arrays.copyOfRange(this.data, this.from, this.to);
	}

}
