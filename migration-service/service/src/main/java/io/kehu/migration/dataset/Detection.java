package io.kehu.migration.dataset;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.migration.intake.Dialect;
import io.kehu.migration.intake.Encoding;
import io.kehu.migration.intake.LineProblemKind;
import io.kehu.migration.intake.ReadingReport;
import io.kehu.migration.intake.SourceDescription;
import org.jspecify.annotations.Nullable;

/**
 * What was detected about a file from its bytes.
 *
 * @param format the format: delimited, json_lines, json or workbook
 * @param packing the compression, from the outermost to the innermost
 * @param encoding the name of its character set
 * @param encodingEvidence the evidence for the encoding
 * @param mixedEncoding whether some bytes belong to another character set, as the
 * problems of the lines say in detail
 * @param encodingAlternatives other plausible character sets; empty if the detection is
 * certain
 * @param delimiter the character between two fields
 * @param quote the character around fields; absent if none are quoted
 * @param escape the character before a quote inside a field; absent if such quotes are
 * doubled
 * @param trim whether blanks around fields are removed
 * @param header whether the first line contains column names
 * @param sheets the names of a workbook's sheets
 * @param originalNames the names in the header, by column, where they differ from the
 * names of the columns
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Detection(String format, List<String> packing, String encoding, String encodingEvidence,
		boolean mixedEncoding, List<String> encodingAlternatives, @Nullable String delimiter, @Nullable String quote,
		@Nullable String escape, boolean trim, boolean header, List<String> sheets, Map<String, String> originalNames) {

	static Detection of(SourceDescription source, @Nullable ReadingReport report) {
		Dialect dialect = source.dialect();
		Encoding encoding = source.encoding();
		return new Detection(lower(source.format()), source.packing().stream().map(Detection::lower).toList(),
				encoding.charset().name(), encoding.evidence(), encoding.mixed() || isMixed(report),
				encoding.alternatives().stream().map(Charset::name).toList(),
				(dialect != null) ? String.valueOf(dialect.delimiter()) : null,
				(dialect != null) ? symbol(dialect.quote()) : null, (dialect != null) ? symbol(dialect.escape()) : null,
				dialect != null && dialect.trimmed(), source.header(), source.sheets(), source.originalNames());
	}

	private static boolean isMixed(@Nullable ReadingReport report) {
		return report != null && report.problems().containsKey(LineProblemKind.MIXED_ENCODING);
	}

	private static @Nullable String symbol(char symbol) {
		return (symbol != Dialect.NONE) ? String.valueOf(symbol) : null;
	}

	private static String lower(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
