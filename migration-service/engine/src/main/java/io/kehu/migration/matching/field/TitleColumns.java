package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.kehu.migration.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * Titles and suffixes in columns of their own, such as a form of address.
 */
final class TitleColumns {

	private static final double MOST = 0.8;

	/** There are not so many titles, combined ones included. */
	private static final int MANY = 200;

	private final List<Column> columns = new ArrayList<>();

	/** By column and value, what it says. */
	private final List<NameMarks[]> marks = new ArrayList<>();

	/**
	 * Finds these columns by their values.
	 * @param byRole the columns of a table by their roles
	 */
	TitleColumns(Map<ColumnRole, List<@Nullable Column>> byRole) {
		Stream.of(ColumnRole.CATEGORY, ColumnRole.TEXT)
			.flatMap((role) -> byRole.getOrDefault(role, List.of()).stream())
			.filter(Objects::nonNull)
			.forEach(this::add);
	}

	private void add(Column column) {
		int titles = 0;
		boolean suffixes = false;
		for (int code = 0; code < column.distinct() && column.distinct() < MANY; code++) {
			titles += PersonName.isTitle(column.text(code)) ? 1 : 0;
			suffixes |= NameMarks.isSuffix(column.text(code));
		}
		if (titles > 0 && titles >= MOST * column.distinct()) {
			NameMarks[] all = new NameMarks[column.distinct()];
			for (int code = 0; code < all.length; code++) {
				all[code] = PersonName.marks((suffixes ? "name " : "") + column.text(code));
			}
			this.columns.add(column);
			this.marks.add(all);
		}
	}

	/** Returns what these columns say about a record. */
	NameMarks marks(int row) {
		NameMarks said = NameMarks.NONE;
		for (int i = 0; i < this.columns.size(); i++) {
			int code = this.columns.get(i).code(row);
			said = (code >= 0) ? said.with(this.marks.get(i)[code]) : said;
		}
		return said;
	}

}
