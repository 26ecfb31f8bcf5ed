package io.kehu.migration.matching.field;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns that repeat the names of persons, such as a salutation or a sort name.
 * They say nothing that the names do not, and would count the same evidence twice.
 */
final class NameCopies {

	private static final Set<ColumnRole> POSSIBLE = EnumSet.of(ColumnRole.TEXT, ColumnRole.IDENTIFIER,
			ColumnRole.CATEGORY);

	private static final int SAMPLE = 2_000;

	private static final int FEWEST = 10;

	private static final double MOST = 0.6;

	private static final int SHORTEST = 3;

	private NameCopies() {
	}

	/**
	 * Ignores such columns.
	 * @param table the table
	 * @param roles the roles of its columns
	 */
	static void ignore(Table table, Map<String, ColumnRole> roles) {
		Column names = names(table, roles);
		if (names == null) {
			return;
		}
		boolean parts = roles.get(names.name()) == ColumnRole.FAMILY_NAME;
		for (Column column : table.columns()) {
			ColumnRole role = roles.getOrDefault(column.name(), ColumnRole.IGNORED);
			boolean joined = parts && role == ColumnRole.FULL_NAME && RoleDetector.isOneWord(column);
			if ((joined || POSSIBLE.contains(role)) && repeats(column, names, parts)) {
				roles.put(column.name(), ColumnRole.IGNORED);
			}
		}
	}

	/** Returns the column of family names or else of whole names, if there is one. */
	private static @Nullable Column names(Table table, Map<String, ColumnRole> roles) {
		Column names = null;
		for (Column column : table.columns()) {
			ColumnRole role = roles.getOrDefault(column.name(), ColumnRole.IGNORED);
			if (role == ColumnRole.FAMILY_NAME || (role == ColumnRole.FULL_NAME && names == null)) {
				names = column;
			}
		}
		return names;
	}

	private static boolean repeats(Column column, Column names, boolean parts) {
		int named = 0;
		int repeating = 0;
		for (int row = 0; row < column.rows(); row += Math.max(1, column.rows() / SAMPLE)) {
			String value = column.value(row);
			String text = names.value(row);
			String word = (value != null && text != null)
					? longest(parts ? PersonName.ofParts(null, text) : PersonName.ofWhole(text)) : null;
			if (value != null && word != null) {
				named++;
				repeating += NameInAddress.spelt(value).contains(word) ? 1 : 0;
			}
		}
		return named >= FEWEST && repeating > MOST * named;
	}

	/** Returns the longest word of a name, or null if it has none that tells. */
	private static @Nullable String longest(@Nullable PersonName name) {
		return (name == null) ? null
				: name.words()
					.stream()
					.map(NameInAddress::spelt)
					.filter((word) -> word.length() >= SHORTEST)
					.max(Comparator.comparingInt(String::length))
					.orElse(null);
	}

}
