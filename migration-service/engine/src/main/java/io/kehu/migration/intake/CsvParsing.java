package io.kehu.migration.intake;

import java.io.Reader;
import java.util.Iterator;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/**
 * Parses delimited text strictly: a quote that is not closed, or is followed by anything
 * but a delimiter, is an error.
 */
final class CsvParsing {

	private static final int SMALLEST_BUFFER = 1 << 14;

	private CsvParsing() {
	}

	/**
	 * Returns the records of a text, each in the same collector.
	 * @param text the text, its escapes replaced
	 * @param dialect how fields are told apart
	 * @param collector takes one record at a time
	 * @param mostCharacters the longest field
	 */
	static Iterator<CsvRecordCollector> parse(Reader text, Dialect dialect, CsvRecordCollector collector,
			int mostCharacters) {
		return CsvReader.builder()
			.fieldSeparator(dialect.delimiter())
			.quoteCharacter(dialect.quote())
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.allowUnclosedQuote(false)
			.trimWhitespacesAroundQuotes(dialect.trimmed())
			.skipEmptyLines(false)
			.maxBufferSize(Math.max(SMALLEST_BUFFER, mostCharacters))
			.build(collector, text)
			.iterator();
	}

}
