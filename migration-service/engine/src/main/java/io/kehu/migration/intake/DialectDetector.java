package io.kehu.migration.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

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

	private static final double BETTER = 1.02;

	private static final int FEWEST_ALIGNED = 3;

	private static final double DATA = 0.6;

	private DialectDetector() {
	}

	/**
	 * Look at the beginning of a text.
	 * @param sample its first lines, the last one whole
	 * @return the dialect, a comma and double quotes when nothing speaks for another
	 */
	static Dialect detect(String sample) {
		Dialect best = new Dialect(',', '"');
		double most = 0;
		for (char quote : QUOTES) {
			for (char delimiter : DELIMITERS) {
				Dialect dialect = new Dialect(delimiter, quote);
				if (quote != '"' && !wraps(sample, dialect)) {
					continue;
				}
				double score = score(rows(sample, dialect, ROWS));
				if (score > most * BETTER) {
					most = score;
					best = dialect;
				}
			}
		}
		Dialect aligned = new Dialect(' ', '"');
		boolean apart = rows(sample, best, ROWS).stream().anyMatch((row) -> row.size() > 1);
		return (!apart && isTable(rows(sample, aligned, ROWS))) ? aligned : best;
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

	/**
	 * Parse the beginning of a text; when a quote breaks it, line by line without the
	 * broken lines.
	 * @param sample the text
	 * @param dialect how to
	 * @param most how many rows at most
	 * @return the rows without the blank ones
	 */
	static List<List<String>> rows(String sample, Dialect dialect, int most) {
		List<List<String>> rows = new ArrayList<>();
		if (parse(sample, dialect, most, rows)) {
			return rows;
		}
		rows.clear();
		for (String line : sample.lines().limit(most).toList()) {
			parse(line, dialect, most, rows);
		}
		return rows;
	}

	private static boolean parse(String text, Dialect dialect, int most, List<List<String>> rows) {
		try (CsvReader<CsvRecord> reader = CsvReader.builder()
			.fieldSeparator(dialect.delimiter())
			.quoteCharacter(dialect.quote())
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.allowUnclosedQuote(true)
			.skipEmptyLines(true)
			.ofCsvRecord(text)) {
			for (CsvRecord next : reader) {
				rows.add(next.getFields().stream().filter((field) -> !dialect.aligned() || !field.isEmpty()).toList());
				if (rows.size() == most) {
					break;
				}
			}
			return true;
		}
		catch (CsvParseException ex) {
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static double score(List<List<String>> rows) {
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
		return (cells == 0) ? 0 : pattern / widths.size() * (clean / cells);
	}

	private static double cleanness(String cell) {
		return switch (CellShape.of(cell)) {
			case EMPTY, NUMBER, DATE, ADDRESS, NAME -> 1;
			case TEXT -> 0.6;
		};
	}

}
