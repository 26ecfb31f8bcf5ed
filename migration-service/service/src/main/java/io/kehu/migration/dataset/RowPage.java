package io.kehu.migration.dataset;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some rows of a set in their order.
 *
 * @param columns the columns
 * @param items the rows
 * @param nextCursor the cursor of the next page, or null on the last one
 */
public record RowPage(List<String> columns, List<StagedRow> items, @Nullable String nextCursor) {

	/**
	 * A row.
	 *
	 * @param line the line of the file on which it starts
	 * @param values a text per column, null where there is none
	 */
	public record StagedRow(long line, List<@Nullable String> values) {
	}

}
