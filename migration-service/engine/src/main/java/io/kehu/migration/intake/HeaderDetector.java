package io.kehu.migration.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds out whether the first row names the columns, and how many lines stand above it.
 */
final class HeaderDetector {

	private static final int PREAMBLE = 20;

	/** Three words, or a word and a number, as titles have them and names seldom. */
	private static final Pattern SENTENCE = Pattern.compile("\\S\\s+\\S+\\s+\\S|\\p{L}.*\\d|:\\s*\\S");

	private HeaderDetector() {
	}

	/**
	 * How many rows at the top are titles and remarks: rows narrower by half than all
	 * that follow, or as wide with a text in the first field alone, where a header
	 * follows.
	 */
	static int preamble(List<List<String>> rows) {
		int width = usualWidth(rows);
		int remarks = remarks(rows, width);
		if (remarks > 0) {
			return remarks;
		}
		int first = 0;
		while (first < Math.min(PREAMBLE, rows.size()) && isTitle(rows.get(first), width)) {
			first++;
		}
		if (first >= Math.min(PREAMBLE, rows.size() - 1)) {
			return 0;
		}
		boolean padded = rows.subList(0, first).stream().anyMatch((row) -> row.size() == width);
		boolean named = filled(rows.get(first)) * 2 > width && hasHeader(rows.subList(first, rows.size()));
		return (rows.get(first).size() == width && (!padded || named)) ? first : 0;
	}

	/**
	 * How many rows at the top begin with a number sign, as remarks do. The last of them
	 * may be the header itself.
	 */
	private static int remarks(List<List<String>> rows, int width) {
		int marked = 0;
		while (marked < rows.size() && rows.get(marked).get(0).startsWith("#")) {
			marked++;
		}
		if (marked == 0 || marked >= rows.size() - 1) {
			return 0;
		}
		boolean last = rows.get(marked - 1).size() == width
				&& (marked == 1 || !hasHeader(rows.subList(marked, rows.size())));
		return last ? marked - 1 : marked;
	}

	private static boolean isTitle(List<String> row, int width) {
		long filled = filled(row);
		if (row.size() != width) {
			return 2 * filled <= width;
		}
		boolean text = filled == 1 && !row.get(0).isBlank() && !CellShape.of(row.get(0)).data();
		return (width > 2) ? filled == 0 || text
				: width == 2 && (filled == 0 || (text && SENTENCE.matcher(row.get(0)).find()));
	}

	private static long filled(List<String> row) {
		return row.stream().filter((cell) -> !cell.isBlank()).count();
	}

	private static int usualWidth(List<List<String>> rows) {
		int best = 0;
		int most = 0;
		Set<Integer> widths = new HashSet<>();
		for (List<String> row : rows) {
			if (widths.add(row.size())) {
				int count = (int) rows.stream().filter((other) -> other.size() == row.size()).count();
				if (count > most) {
					most = count;
					best = row.size();
				}
			}
		}
		return best;
	}

	/**
	 * Whether the first row is a header.
	 * @param rows the first rows of a file
	 * @return true when it looks other than what stands below it
	 */
	static boolean hasHeader(List<List<String>> rows) {
		if (rows.isEmpty()) {
			return false;
		}
		List<String> first = rows.get(0);
		HeaderRow repeated = HeaderRow.of(first);
		List<List<String>> rest = rows.stream()
			.skip(1)
			.filter((row) -> !repeated.isRepeatedBy(new Row(1, row.toArray(String[]::new))))
			.toList();
		double score = 0;
		Set<String> names = new HashSet<>();
		for (int column = 0; column < first.size(); column++) {
			String cell = first.get(column).strip();
			if (!cell.isEmpty() && !names.add(cell.toLowerCase(Locale.ROOT))) {
				score -= 0.5;
			}
			score += score(cell, column, rest);
		}
		return score > 0;
	}

	private static double score(String cell, int column, List<List<String>> rest) {
		CellShape shape = CellShape.of(cell);
		if (shape == CellShape.EMPTY) {
			return -0.25;
		}
		if (shape.data()) {
			return -2;
		}
		int data = 0;
		int present = 0;
		boolean repeated = false;
		for (List<String> row : rest) {
			String other = (column < row.size()) ? row.get(column).strip() : "";
			CellShape otherShape = CellShape.of(other);
			present += (otherShape != CellShape.EMPTY) ? 1 : 0;
			data += otherShape.data() ? 1 : 0;
			repeated |= other.equals(cell);
		}
		if (repeated) {
			return -1;
		}
		if (present > 0 && data >= 0.7 * present) {
			return 1;
		}
		return (shape == CellShape.NAME) ? 0.3 : -0.1;
	}

}
