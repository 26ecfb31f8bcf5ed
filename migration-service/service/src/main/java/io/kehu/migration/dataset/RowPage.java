package io.kehu.migration.dataset;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some rows of a set, in their order.
 *
 * @param columns its columns
 * @param items the rows
 * @param nextCursor what to ask the next page with, or null on the last one
 */
public record RowPage(List<String> columns, List<StagedRow> items, @Nullable String nextCursor) {

	/**
	 * One row.
	 *
	 * @param line the line of the file on which it starts
	 * @param values a text a column, null where there is none
	 */
	public record StagedRow(long line, List<@Nullable String> values) {
	}

}
