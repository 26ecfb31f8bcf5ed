package io.kehu.migration.clean.chain;

import org.jspecify.annotations.Nullable;

/**
 * A cell that is not what it was.
 *
 * @param row its row, from 0, as read
 * @param column its column
 * @param before its text, null when there was none
 * @param after its text, null when there is none
 * @param source what filled it, null when it was not filled
 */
public record CellChange(int row, String column, @Nullable String before, @Nullable String after,
		@Nullable String source) {

}
