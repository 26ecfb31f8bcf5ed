package io.kehu.migration.move.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Adds up rows regardless of their order: their number, the values and sums of each
 * column, and a digest, which is the sum of the first 128 bits of each row's SHA-256 in
 * two halves modulo 2^64. Tallies of disjoint sets of rows can be added and subtracted.
 */
public final class RowTally {

	private final ValueType[] types;

	private final int[] scales;

	private final MessageDigest sha;

	private final byte[] hash = new byte[32];

	private final long[] values;

	private final long[] sums;

	private final BigInteger[] largeSums;

	private long rows;

	private long first;

	private long second;

	/**
	 * Creates an empty tally.
	 * @param columns the columns of the rows
	 */
	public RowTally(List<TalliedColumn> columns) {
		this.types = columns.stream().map(TalliedColumn::type).toArray(ValueType[]::new);
		this.scales = columns.stream().mapToInt(TalliedColumn::scale).toArray();
		this.values = new long[this.types.length];
		this.sums = new long[this.types.length];
		this.largeSums = new BigInteger[this.types.length];
		Arrays.fill(this.largeSums, BigInteger.ZERO);
		try {
			this.sha = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Adds all rows of a buffer. */
	public void add(TupleBuffer rows) {
		for (int row = 0; row < rows.rows(); row++) {
			add(rows, row);
		}
	}

	/** Adds a row. */
	public void add(TupleBuffer buffer, int row) {
		byte[] data = buffer.data();
		int start = buffer.start(row);
		int position = start + 2;
		int hashed = start;
		for (int column = 0; column < this.types.length; column++) {
			int length = TupleBuffer.intAt(data, position);
			position += 4;
			if (length >= 0) {
				this.values[column]++;
				sum(column, data, position);
				if (this.types[column] == ValueType.JSONB) {
					// The database rewrites it
					this.sha.update(data, hashed, position - 4 - hashed);
					hashed = position + length;
				}
				position += length;
			}
		}
		this.sha.update(data, hashed, position - hashed);
		try {
			this.sha.digest(this.hash, 0, this.hash.length);
		}
		catch (DigestException ex) {
			throw new IllegalStateException(ex);
		}
		this.first += TupleBuffer.longAt(this.hash, 0);
		this.second += TupleBuffer.longAt(this.hash, 8);
		this.rows++;
	}

	/** Returns the last added row's part of the digest. */
	public long lastRow() {
		return TupleBuffer.longAt(this.hash, 0);
	}

	/** Returns the number of rows. */
	public long rows() {
		return this.rows;
	}

	/** Returns what has been added up. */
	public Totals totals() {
		List<BigDecimal> all = new ArrayList<>();
		for (int column = 0; column < this.types.length; column++) {
			BigInteger sum = this.largeSums[column].add(BigInteger.valueOf(this.sums[column]));
			all.add(new BigDecimal(sum, this.scales[column]));
		}
		return new Totals(this.rows, HexFormat.of().toHexDigits(this.first) + HexFormat.of().toHexDigits(this.second),
				Arrays.stream(this.values).boxed().toList(), all);
	}

	private void sum(int column, byte[] data, int position) {
		long value = switch (this.types[column]) {
			case BOOLEAN -> data[position];
			case SMALLINT -> TupleBuffer.shortAt(data, position);
			case INTEGER -> TupleBuffer.intAt(data, position);
			case BIGINT -> TupleBuffer.longAt(data, position);
			case NUMERIC -> Decimals.unscaled(data, position, this.scales[column]);
			default -> 0;
		};
		if (this.types[column] == ValueType.NUMERIC && value == Long.MIN_VALUE) {
			large(column, Decimals.read(data, position));
			return;
		}
		long sum = this.sums[column] + value;
		if (((this.sums[column] ^ sum) & (value ^ sum)) < 0) {
			this.largeSums[column] = this.largeSums[column].add(BigInteger.valueOf(this.sums[column]))
				.add(BigInteger.valueOf(value));
			sum = 0;
		}
		this.sums[column] = sum;
	}

	/** Decimals beyond the scale of the column don't count towards its sum. */
	private void large(int column, @Nullable BigDecimal value) {
		if (value != null) {
			this.largeSums[column] = this.largeSums[column]
				.add(value.setScale(this.scales[column], RoundingMode.DOWN).unscaledValue());
		}
	}

	/**
	 * A column as far as tallies are concerned.
	 *
	 * @param type the type of its values
	 * @param scale the decimals of its sum
	 */
	public record TalliedColumn(ValueType type, int scale) {
	}

	/**
	 * What a tally has added up.
	 *
	 * @param rows the number of rows
	 * @param digest the digest in hexadecimal digits
	 * @param values for each column, the number of values that are not null
	 * @param sums for each column, the sum of its numbers, or 0
	 */
	public record Totals(long rows, String digest, List<Long> values, List<BigDecimal> sums) {

		/** Returns the totals of no rows. */
		public static Totals none(int columns) {
			return new Totals(0, "0".repeat(32), Collections.nCopies(columns, 0L),
					Collections.nCopies(columns, BigDecimal.ZERO));
		}

		/** Returns the totals of these and other rows. */
		public Totals plus(Totals other) {
			return combine(other, 1);
		}

		/** Returns the totals of these rows without some of them. */
		public Totals minus(Totals other) {
			return combine(other, -1);
		}

		/** Returns whether both are of the same rows, as far as totals tell. */
		public boolean matches(Totals other) {
			return this.rows == other.rows && this.digest.equals(other.digest) && this.values.equals(other.values)
					&& minus(other).sums.stream().allMatch((sum) -> sum.signum() == 0);
		}

		/** Returns these totals as one line of text. */
		public String text() {
			return this.rows + ";" + this.digest + ";"
					+ this.values.stream().map(String::valueOf).collect(Collectors.joining(",")) + ";"
					+ this.sums.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(","));
		}

		/** Returns the totals that a line of text stands for. */
		public static Totals parse(String text) {
			String[] fields = text.split(";", -1);
			return new Totals(Long.parseLong(fields[0]), fields[1],
					Arrays.stream(fields[2].split(",", -1)).map(Long::valueOf).toList(),
					Arrays.stream(fields[3].split(",", -1)).map(BigDecimal::new).toList());
		}

		private Totals combine(Totals other, int sign) {
			List<Long> counts = new ArrayList<>();
			List<BigDecimal> added = new ArrayList<>();
			for (int column = 0; column < this.values.size(); column++) {
				counts.add(this.values.get(column) + sign * other.values.get(column));
				BigDecimal more = other.sums.get(column);
				added.add((sign > 0) ? this.sums.get(column).add(more) : this.sums.get(column).subtract(more));
			}
			return new Totals(this.rows + sign * other.rows, half(other, 0, sign) + half(other, 16, sign), counts,
					added);
		}

		private String half(Totals other, int from, int sign) {
			long mine = Long.parseUnsignedLong(this.digest, from, from + 16, 16);
			long its = Long.parseUnsignedLong(other.digest, from, from + 16, 16);
			return HexFormat.of().toHexDigits(mine + sign * its);
		}

	}

}
