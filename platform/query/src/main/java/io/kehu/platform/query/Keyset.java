package io.kehu.platform.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Creates the condition that selects the records after a given position in the order;
 * missing values are sorted last.
 */
final class Keyset {

	private Keyset() {
	}

	/**
	 * Adds the condition.
	 * @param last the values of the last record of the previous page, in the order of the
	 * keys
	 */
	static <T> void after(Sql sql, List<SortKey<T>> keys, List<@Nullable Object> last) {
		boolean descending = keys.get(0).descending();
		boolean uniform = keys.stream().allMatch((key) -> key.descending() == descending && !key.field().nullable());
		if (uniform) {
			String columns = keys.stream().map((key) -> key.field().sql()).collect(Collectors.joining(", ", "(", ")"));
			String values = last.stream()
				.map((value) -> sql.bind(Objects.requireNonNull(value)))
				.collect(Collectors.joining(", ", "(", ")"));
			sql.and(columns + (descending ? " < " : " > ") + values);
			return;
		}
		List<String> alternatives = new ArrayList<>();
		StringBuilder same = new StringBuilder();
		for (int i = 0; i < keys.size(); i++) {
			String beyond = beyond(sql, keys.get(i), last.get(i));
			if (beyond != null) {
				alternatives.add("(" + same + beyond + ")");
			}
			same.append(equal(sql, keys.get(i), last.get(i))).append(" and ");
		}
		sql.and("(" + String.join(" or ", alternatives) + ")");
	}

	private static @Nullable String beyond(Sql sql, SortKey<?> key, @Nullable Object value) {
		if (value == null) {
			return null;
		}
		String column = key.field().sql();
		String beyond = column + (key.descending() ? " < " : " > ") + sql.bind(value);
		return key.field().nullable() ? "(" + beyond + " or " + column + " is null)" : beyond;
	}

	private static String equal(Sql sql, SortKey<?> key, @Nullable Object value) {
		return key.field().sql() + ((value == null) ? " is null" : " = " + sql.bind(value));
	}

}
