package io.kehu.migration.matching.exact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.LongConsumer;

import io.kehu.migration.intake.Row;
import io.kehu.migration.table.MissingWords;

/**
 * Computes the keys by which rows are compared: the SHA-256 of the values that must be
 * equal, so that no value is spilled to disk in clear. Rows whose keys are outside the
 * range are skipped, as are rows without a value, or with a word for nothing such as
 * "n/a", in one of the columns named: they equal no other row.
 */
public final class RowKeys implements KeyedRows {

	private static final byte[] NO_KEY = new byte[0];

	private final NumberedRows rows;

	private final int[] columns;

	private final boolean named;

	private final LongConsumer progress;

	private final KeyRange range;

	private final MessageDigest digest;

	private byte[] key = new byte[0];

	/**
	 * Creates the keys of some rows.
	 * @param rows all rows; closed with this
	 * @param columns the columns whose values must be equal; empty for all
	 * @param range the range of keys to search
	 * @param progress called with 1 for each row read; may throw to stop
	 */
	public RowKeys(NumberedRows rows, List<String> columns, KeyRange range, LongConsumer progress) {
		this.rows = rows;
		List<String> compared = columns.isEmpty() ? rows.columns() : columns;
		this.columns = compared.stream().mapToInt(rows.columns()::indexOf).toArray();
		this.named = !columns.isEmpty();
		this.range = range;
		this.progress = progress;
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public boolean next() throws IOException {
		do {
			Row row = this.rows.next();
			if (row == null) {
				return false;
			}
			this.key = (this.named && lacksKey(row)) ? NO_KEY : digest(row);
			this.progress.accept(1);
		}
		while (this.key.length == 0 || !this.range.holds(this.key));
		return true;
	}

	private boolean lacksKey(Row row) {
		for (int column : this.columns) {
			String value = row.value(column);
			if (value == null || value.isBlank() || MissingWords.contains(value)) {
				return true;
			}
		}
		return false;
	}

	private byte[] digest(Row row) {
		for (int column : this.columns) {
			String value = row.value(column);
			if (value == null || value.isBlank()) {
				this.digest.update((byte) 0);
			}
			else {
				this.digest.update((byte) 1);
				byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
				for (int shift = 24; shift >= 0; shift -= 8) {
					this.digest.update((byte) (bytes.length >>> shift));
				}
				this.digest.update(bytes);
			}
		}
		return this.digest.digest();
	}

	@Override
	public long line() {
		return this.rows.number();
	}

	@Override
	public byte[] keyBytes() {
		return this.key;
	}

	@Override
	public int keyStart() {
		return 0;
	}

	@Override
	public int keyEnd() {
		return this.key.length;
	}

	@Override
	public void close() throws IOException {
		this.rows.close();
	}

}
