package io.kehu.migration.intake;

/**
 * Bounds that keep a bad file from taking all memory, time or disk.
 *
 * @param recordCharacters the longest record that is read; a longer line is reported
 * @param columns the most columns of a file
 * @param expandedBytes the most bytes that a compressed file may unpack to
 * @param expansionRatio the most bytes that one compressed byte may unpack to, looked at
 * after the first {@link #RATIO_GRACE_BYTES}
 * @param workbookBytes the most bytes of a packed workbook
 */
public record IntakeLimits(int recordCharacters, int columns, long expandedBytes, int expansionRatio,
		long workbookBytes) {

	/**
	 * Bytes that may unpack at any ratio, since small repetitive files pack very well.
	 */
	public static final long RATIO_GRACE_BYTES = 16L << 20;

	private static final IntakeLimits DEFAULTS = new IntakeLimits(1 << 20, 2000, 128L << 30, 200, 128L << 20);

	public IntakeLimits {
		if (recordCharacters < 1 || columns < 1 || expandedBytes < 1 || expansionRatio < 1 || workbookBytes < 1) {
			throw new IllegalArgumentException("Limits are positive");
		}
	}

	/**
	 * Limits for any company's data: records of 1 Mi characters, 2,000 columns, 128 GiB
	 * unpacked at 200 to 1, workbooks of 128 MiB.
	 */
	public static IntakeLimits defaults() {
		return DEFAULTS;
	}

}
