package io.kehu.migration.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out which character separates the fields and which one quotes them: the pair
 * under which rows have the same length and fields look like data.
 *
 * @see <a href="https://doi.org/10.1007/s10618-019-00646-y">van den Burg, Nazábal and
 * Sutton: Wrangling messy CSV files by detecting row and type patterns (2019)</a>
 */
final class DialectDetector {

	private static final char[] DELIMITERS = { ',', ';', '\t', '|', ':', '^', '~' };

	private static final char[] QUOTES = { '"', '\'' };

	private static final int ROWS = 400;

	private static final char ESCAPE = '\\';

	private static final double BETTER = 1.02;

	private static final int FEWEST_ALIGNED = 3;

	private static final double DATA = 0.6;

	private DialectDetector() {
	}

	/**
	 * Looks at the beginning of a text.
	 * @param sample its first lines, the last one complete
	 * @param whole whether that is all of it
	 * @return the dialect, a comma and double quotes when nothing speaks for another
	 */
	static Dialect detect(String sample, boolean whole) {
		Dialect best = new Dialect(',', '"');
		double most = 0;
		for (char quote : QUOTES) {
			for (char delimiter : DELIMITERS) {
				Dialect plain = new Dialect(delimiter, quote);
				if ((quote != '"' && !wraps(sample, plain)) || (delimiter == ':' && isInsideValues(sample))) {
					continue;
				}
				Dialect dialect = refined(plain, sample, whole);
				double score = score(SampleRows.of(sample, whole, dialect));
				if (score > most * BETTER) {
					most = score;
					best = dialect;
				}
			}
		}
		Dialect aligned = new Dialect(' ', '"');
		boolean apart = SampleRows.of(sample, whole, best).rows().stream().anyMatch((row) -> row.size() > 1);
		return (!apart && isTable(SampleRows.of(sample, whole, aligned).rows())) ? aligned : best;
	}

	/**
	 * Returns the dialect with an escape character, and with blanks around fields left
	 * out, or without quotes, where fewer lines are broken so.
	 */
	private static Dialect refined(Dialect dialect, String sample, boolean whole) {
		char delimiter = dialect.delimiter();
		char quote = dialect.quote();
		boolean escaped = sample.contains("" + ESCAPE + quote);
		boolean apart = sample.contains(delimiter + " " + quote) || sample.contains(quote + " " + delimiter);
		SampleRows plain = SampleRows.of(sample, whole, dialect);
		List<Dialect> others = new ArrayList<>();
		if (escaped) {
			others.add(new Dialect(delimiter, quote, ESCAPE, false));
		}
		if (apart) {
			others.add(new Dialect(delimiter, quote, Dialect.NONE, true));
		}
		if (escaped && apart) {
			others.add(new Dialect(delimiter, quote, ESCAPE, true));
		}
		if (plain.broken() > plain.rows().size()) {
			others.add(new Dialect(delimiter, Dialect.NONE));
		}
		Dialect best = dialect;
		int least = plain.trouble();
		for (Dialect other : others) {
			int trouble = SampleRows.of(sample, whole, other).trouble();
			if (trouble < least) {
				least = trouble;
				best = other;
			}
		}
		return best;
	}

	/** Whether most lines are a time or an address of the web, to which colons belong. */
	private static boolean isInsideValues(String sample) {
		List<CellShape> shapes = sample.lines()
			.limit(ROWS)
			.map(CellShape::of)
			.filter((shape) -> shape != CellShape.EMPTY)
			.toList();
		long values = shapes.stream().filter((shape) -> shape == CellShape.DATE || shape == CellShape.ADDRESS).count();
		return values > DATA * shapes.size();
	}

	/** Whether rows of words are a table: as long as each other, and mostly data. */
	private static boolean isTable(List<List<String>> rows) {
		int width = rows.isEmpty() ? 0 : rows.get(0).size();
		if (width < FEWEST_ALIGNED || rows.stream().anyMatch((row) -> row.size() != width)) {
			return false;
		}
		long data = rows.stream().flatMap(List::stream).filter((cell) -> CellShape.of(cell).data()).count();
		return data > DATA * width * rows.size();
	}

	/** Whether fields begin and end with the quote, delimiter beside it. */
	private static boolean wraps(String sample, Dialect dialect) {
		String between = "%s%s%s".formatted(dialect.quote(), dialect.delimiter(), dialect.quote());
		int lines = (int) sample.chars().filter((symbol) -> symbol == '\n').count() + 1;
		int count = 0;
		for (int at = sample.indexOf(between); at >= 0; at = sample.indexOf(between, at + 1)) {
			count++;
		}
		return 2 * count >= Math.min(lines, ROWS) && sample.indexOf("\"" + dialect.delimiter()) < 0;
	}

	private static double score(SampleRows sample) {
		List<List<String>> rows = sample.rows();
		Map<Integer, Integer> widths = new HashMap<>();
		long cells = 0;
		double clean = 0;
		for (List<String> row : rows) {
			widths.merge(row.size(), 1, Integer::sum);
			for (String cell : row) {
				cells++;
				clean += cleanness(cell);
			}
		}
		double pattern = 0;
		for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
			pattern += width.getValue() * Math.max(0.001, width.getKey() - 1.0) / width.getKey();
		}
		double read = (double) rows.size() / (rows.size() + sample.broken());
		return (cells == 0) ? 0 : pattern / widths.size() * (clean / cells) * read;
	}

	private static double cleanness(String cell) {
		return switch (CellShape.of(cell)) {
			case EMPTY, NUMBER, DATE, ADDRESS, NAME -> 1;
			case TEXT -> 0.6;
		};
	}

}
