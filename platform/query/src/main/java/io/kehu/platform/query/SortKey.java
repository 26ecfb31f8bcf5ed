package io.kehu.platform.query;

import java.util.ArrayList;
import java.util.List;

import io.kehu.platform.problem.ProblemException;

/**
 * A field by which a list is sorted, and its direction.
 */
record SortKey<T>(ListField<T> field, boolean descending) {

	private static final int MOST = 4;

	/**
	 * Parses an order such as {@code -createdAt,name}. The id is appended to make the
	 * order unique.
	 * @throws ProblemException if a field is unknown or cannot be sorted by, or if there
	 * are too many fields
	 */
	static <T> List<SortKey<T>> parse(ListFields<T> fields, String sort) {
		List<SortKey<T>> keys = new ArrayList<>();
		for (String part : sort.isBlank() ? new String[0] : sort.split(",")) {
			boolean descending = part.startsWith("-");
			ListField<T> field = fields.find(descending ? part.substring(1) : part);
			if (field == null || !field.sortable()) {
				throw ProblemException
					.invalidParameter("sort", "unknown_field", "cannot sort by %s; it is possible to sort by %s"
						.formatted(part.replaceAll("[^A-Za-z0-9-]", "?"), String.join(", ", fields.sortableNames())));
			}
			keys.add(new SortKey<>(field, descending));
		}
		if (keys.size() > MOST) {
			throw ProblemException.invalidParameter("sort", "too_many_values", "at most %d fields".formatted(MOST));
		}
		if (keys.stream().noneMatch((key) -> key.field().equals(fields.id()))) {
			keys.add(new SortKey<>(fields.id(), !keys.isEmpty() && keys.get(keys.size() - 1).descending()));
		}
		return keys;
	}

	String orderBy() {
		return this.field.sortedBy() + (this.descending ? " desc" : " asc")
				+ (this.field.nullable() ? " nulls last" : "");
	}

}
