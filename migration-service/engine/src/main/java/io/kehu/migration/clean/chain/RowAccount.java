package io.kehu.migration.clean.chain;

import java.util.Map;

/**
 * Where all rows of a run went. No row is ever lost.
 *
 * @param read rows that came in
 * @param kept rows that went on
 * @param dropped rows that left, by reason
 * @param merged rows that became part of another
 */
public record RowAccount(long read, long kept, Map<String, Long> dropped, long merged) {

	/**
	 * Balance the account; throws {@link IllegalStateException} when a row is missing.
	 */
	public RowAccount {
		dropped = Map.copyOf(dropped);
		long away = dropped.values().stream().mapToLong(Long::longValue).sum();
		if (read != kept + away + merged) {
			throw new IllegalStateException("Of %d rows %d were kept, %d dropped and %d merged: %d are lost"
				.formatted(read, kept, away, merged, read - kept - away - merged));
		}
	}

	/** The same rows after some of the kept ones were merged into others. */
	public RowAccount merging(long rows) {
		return new RowAccount(this.read, this.kept - rows, this.dropped, this.merged + rows);
	}

}
