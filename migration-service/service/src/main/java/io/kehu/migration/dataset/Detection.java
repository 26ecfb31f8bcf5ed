package io.kehu.migration.dataset;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kehu.migration.intake.Dialect;
import io.kehu.migration.intake.SourceDescription;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a file from its bytes.
 *
 * @param format how it is written: delimited, json_lines or workbook
 * @param packing how it is compressed, from the outside to the inside
 * @param encoding the name of its character set
 * @param encodingEvidence how that is known
 * @param mixedEncoding whether some bytes belong to Windows-1252 instead
 * @param delimiter the character between two fields
 * @param quote the character around fields; absent when nothing is quoted
 * @param header whether the first line names the columns
 * @param sheets the names of a workbook's sheets
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Detection(String format, List<String> packing, String encoding, String encodingEvidence,
		boolean mixedEncoding, @Nullable String delimiter, @Nullable String quote, boolean header,
		List<String> sheets) {

	static Detection of(SourceDescription source) {
		Dialect dialect = source.dialect();
		boolean quoted = dialect != null && dialect.quote() != Dialect.NO_QUOTE;
		return new Detection(lower(source.format()), source.packing().stream().map(Detection::lower).toList(),
				source.encoding().charset().name(), source.encoding().evidence(), source.encoding().mixed(),
				(dialect != null) ? String.valueOf(dialect.delimiter()) : null,
				(dialect != null && quoted) ? String.valueOf(dialect.quote()) : null, source.header(), source.sheets());
	}

	private static String lower(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
