package io.kehu.migration.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a table of one column looks as if it had several, such as lines that
 * are quoted as a whole, a rare delimiter, or columns of fixed widths.
 */
final class SingleColumn {

	private static final List<String> SEPARATORS = List.of(",", ";", "\t", "|", "\u00A6", "  ", "::", "^", "~",
			"\u0001");

	private static final int FEWEST = 2;

	private static final double MOST = 0.8;

	private SingleColumn() {
	}

	/**
	 * Returns a warning, or null.
	 * @param rows the first rows
	 */
	static @Nullable String warning(List<List<String>> rows) {
		if (rows.size() < FEWEST || rows.stream().anyMatch((row) -> row.size() > 1)) {
			return null;
		}
		for (String separator : SEPARATORS) {
			long holding = rows.stream()
				.map((row) -> row.get(0).strip())
				.filter((cell) -> cell.contains(separator))
				.count();
			if (holding >= MOST * rows.size()) {
				return "only one column was found, although most lines contain \"%s\": is the delimiter right, or is each line quoted as a whole?"
					.formatted(separator.equals("\t") ? "tab" : separator);
			}
		}
		return null;
	}

}
