package io.kehu.platform.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A parsed and validated list request.
 */
record ListQuery<T>(Map<String, List<String>> parameters, List<SortKey<T>> keys, int limit, boolean count,
		@Nullable String cursor, String fingerprint) {

	private static final List<String> PAGING = List.of("limit", "cursor", "count");

	private static final int USUAL_LIMIT = 50;

	static final int HIGHEST_LIMIT = 200;

	static <T> ListQuery<T> parse(ListRequest request, ListFields<T> fields) {
		Map<String, List<String>> parameters = request.parameters();
		List<SortKey<T>> keys = SortKey.parse(fields, single(parameters, "sort", ""));
		Map<String, List<String>> filters = new TreeMap<>(parameters);
		PAGING.forEach(filters::remove);
		List.of(ListRequest.FIELDS, ListRequest.INCLUDE).forEach(filters::remove);
		String cursor = single(parameters, "cursor", "");
		return new ListQuery<>(parameters, keys, limit(parameters), flag(parameters, "count"),
				cursor.isEmpty() ? null : cursor, fields.from() + filters);
	}

	private static int limit(Map<String, List<String>> parameters) {
		String text = single(parameters, "limit", String.valueOf(USUAL_LIMIT));
		try {
			int limit = Integer.parseInt(text);
			if (limit >= 1 && limit <= HIGHEST_LIMIT) {
				return limit;
			}
		}
		catch (NumberFormatException ex) {
			// Rejected below, like a number out of range
		}
		throw ProblemException.invalidParameter("limit", "out_of_range", "must be 1 to %d".formatted(HIGHEST_LIMIT));
	}

	private static boolean flag(Map<String, List<String>> parameters, String name) {
		String text = single(parameters, name, "false");
		if (!text.equals("true") && !text.equals("false")) {
			throw ProblemException.invalidParameter(name, "invalid_value", "must be true or false");
		}
		return text.equals("true");
	}

	private static String deleted(Map<String, List<String>> parameters) {
		String text = single(parameters, ListRequest.DELETED, "false");
		if (!List.of("true", "false", "any").contains(text)) {
			throw ProblemException.invalidParameter(ListRequest.DELETED, "invalid_value", "must be true, false or any");
		}
		return text;
	}

	private static String single(Map<String, List<String>> parameters, String name, String otherwise) {
		List<String> values = parameters.getOrDefault(name, List.of());
		if (values.size() > 1) {
			throw ProblemException.invalidParameter(name, "too_many_values", "may be given once");
		}
		return values.isEmpty() ? otherwise : values.get(0);
	}

	/** Checks that the request has none of the parameters of pages. */
	void checkUnpaged() {
		for (String name : PAGING) {
			if (this.parameters.containsKey(name)) {
				throw ProblemException.invalidParameter(name, "not_supported", "this operation answers all records");
			}
		}
	}

	/** Returns the condition of the list, regardless of the cursor. */
	Sql condition(ListFields<T> fields, PersonalFields personal) {
		this.keys.forEach((key) -> personal.checkSort(key.field()));
		Sql sql = new Sql();
		sql.and(fields.condition(deleted(this.parameters)));
		Filters.apply(sql, fields, this.parameters, personal);
		String words = single(this.parameters, "q", "");
		if (!words.isBlank()) {
			Filters.search(sql, fields, words, personal);
		}
		return sql;
	}

}
