package io.kehu.migration.intake;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What was found out about a file from its bytes.
 *
 * @param format how it is written
 * @param packing how it is compressed, from the outside to the inside
 * @param encoding how its characters are encoded
 * @param dialect how its fields are told apart, null unless it is delimited text
 * @param header whether its first line names the columns
 * @param sheets the names of a workbook's sheets, of which the first with content is read
 * @param columns the columns known at the start
 * @param originalNames what the header says, by column, where that is another text
 */
public record SourceDescription(SourceFormat format, List<Packing> packing, Encoding encoding,
		@Nullable Dialect dialect, boolean header, List<String> sheets, List<String> columns,
		Map<String, String> originalNames) {

	public SourceDescription {
		packing = List.copyOf(packing);
		sheets = List.copyOf(sheets);
		columns = List.copyOf(columns);
		originalNames = Map.copyOf(originalNames);
	}

}
