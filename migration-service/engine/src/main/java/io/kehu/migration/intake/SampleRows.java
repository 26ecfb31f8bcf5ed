package io.kehu.migration.intake;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvParseException;

/**
 * The first rows of a delimited text as a dialect reads them.
 *
 * @param rows the rows, blank lines left out
 * @param broken how many lines a stray quote breaks
 */
record SampleRows(List<List<String>> rows, int broken) {

	private static final int MOST = 400;

	private static final int MOST_RESTARTS = 40;

	private static final int MOST_FIELDS = 1 << 20;

	/**
	 * Parses the beginning of a text; a line that a quote breaks is left out, and parsing
	 * continues with the next line.
	 * @param sample the text
	 * @param whole whether the text is complete, so that its last quote is closed
	 * @param dialect how fields are told apart
	 */
	static SampleRows of(String sample, boolean whole, Dialect dialect) {
		String text = dialect.withoutEscapes(sample);
		List<List<String>> rows = new ArrayList<>();
		int broken = 0;
		int from = 0;
		while (from < text.length() && rows.size() < MOST && broken < MOST_RESTARTS) {
			CsvRecordCollector collector = new CsvRecordCollector(dialect, Integer.MAX_VALUE, MOST_FIELDS);
			if (parse(text.substring(from), dialect, collector, rows)) {
				return new SampleRows(rows, broken);
			}
			int failed = after(text, from, collector.line() - 1);
			boolean cut = !whole && !rows.isEmpty() && failed > text.length() / 4 * 3;
			if (cut) {
				return new SampleRows(rows, broken);
			}
			broken++;
			from = after(text, failed, 1);
		}
		return new SampleRows(rows, broken);
	}

	private static boolean parse(String text, Dialect dialect, CsvRecordCollector collector, List<List<String>> rows) {
		try {
			Iterator<CsvRecordCollector> records = CsvParsing.parse(new StringReader(text), dialect, collector,
					text.length());
			while (rows.size() < MOST && records.hasNext()) {
				CsvRecordCollector found = records.next();
				if (!found.isEmpty()) {
					rows.add(found.texts());
				}
			}
			return true;
		}
		catch (CsvParseException ex) {
			return false;
		}
	}

	/** Where the text goes on after some lines. */
	private static int after(String text, int from, long lines) {
		int at = from;
		for (long passed = 0; passed < lines && at < text.length(); at++) {
			char symbol = text.charAt(at);
			boolean pair = symbol == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
			passed += (!pair && (symbol == '\n' || symbol == '\r')) ? 1 : 0;
		}
		return at;
	}

	/** How many lines are broken, or have another number of fields than most. */
	int trouble() {
		Map<Integer, Integer> widths = new HashMap<>();
		this.rows.forEach((row) -> widths.merge(row.size(), 1, Integer::sum));
		return this.broken + this.rows.size() - widths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
	}

}
