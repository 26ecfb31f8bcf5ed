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
			Object value = last.get(i);
			String column = keys.get(i).field().sortedBy();
			if (value == null) {
				same.append(column).append(" is null and ");
				continue;
			}
			String bound = keys.get(i).field().compared(sql.bind(value));
			alternatives.add("(" + same + beyond(keys.get(i), bound) + ")");
			same.append(column).append(" = ").append(bound).append(" and ");
		}
		sql.and("(" + String.join(" or ", alternatives) + ")");
	}

	private static String beyond(SortKey<?> key, String bound) {
		String column = key.field().sortedBy();
		String beyond = column + (key.descending() ? " < " : " > ") + bound;
		return key.field().nullable() ? "(" + beyond + " or " + column + " is null)" : beyond;
	}

}
