package io.kehu.customer.segment;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.kehu.platform.problem.FieldError;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;

/**
 * The filter of a segment, in the form of the query string of a list of customers. In
 * ranges of dates, {@code today-90d} stands for the day 90 days before that of a refresh.
 *
 * @param parameters the filters, each with its values
 */
record SegmentFilter(Map<String, List<String>> parameters) {

	private static final Set<String> OTHERS = Set.of("limit", "cursor", "count", "sort", "fields", "include",
			"deleted");

	/** Members of other segments would depend on the order of their refreshes. */
	private static final Pattern SEGMENTS = Pattern.compile("segment(\\[.*)?");

	private static final Pattern RELATIVE = Pattern.compile("today(?:([+ -][0-9]{1,4})d)?");

	private static final Pattern RANGE = Pattern.compile(".+\\[(gt|gte|lt|lte)]");

	/**
	 * Parses a filter.
	 * @throws ProblemException 400 if it is not a query string of filters
	 */
	static SegmentFilter of(String text) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		for (String part : text.split("&", -1)) {
			int end = part.indexOf('=');
			String name = (end > 0) ? decoded(part.substring(0, end)) : "";
			if (name.isEmpty() || OTHERS.contains(name)) {
				throw ProblemException.invalid("/filter", "invalid_value",
						"must be filters of customers, such as status=active&tag=vip");
			}
			if (SEGMENTS.matcher(name).matches()) {
				throw ProblemException.invalid("/filter", "invalid_value", "can't refer to other segments");
			}
			parameters.computeIfAbsent(name, (key) -> new ArrayList<>()).add(decoded(part.substring(end + 1)));
		}
		return new SegmentFilter(parameters);
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw ProblemException.invalid("/filter", "invalid_value", "has a % without two hexadecimal digits");
		}
	}

	/** Returns the request of the customers that meet all conditions on a day. */
	ListRequest toRequest(LocalDate today) {
		Map<String, List<String>> dated = new LinkedHashMap<>();
		this.parameters.forEach((name, values) -> dated.put(name, dated(name, values, today)));
		return new ListRequest(dated);
	}

	/** Returns the request of the customers that meet one of the conditions on a day. */
	static ListRequest ofCondition(String name, List<String> values, LocalDate today) {
		return new ListRequest(Map.of(name, dated(name, values, today)));
	}

	private static List<String> dated(String name, List<String> values, LocalDate today) {
		return RANGE.matcher(name).matches() ? values.stream().map((value) -> dated(value, today)).toList() : values;
	}

	private static String dated(String value, LocalDate today) {
		Matcher matcher = RELATIVE.matcher(value);
		if (!matcher.matches()) {
			return value;
		}
		String days = matcher.group(1);
		return today.plusDays((days != null) ? Integer.parseInt(days.strip()) : 0).toString();
	}

	/** Does work whose errors in parameters are errors in the filter. */
	static <T> T within(Supplier<T> work) {
		try {
			return work.get();
		}
		catch (ProblemException ex) {
			if (ex.errors().isEmpty()) {
				throw ex;
			}
			throw ProblemException.invalid(ex.errors()
				.stream()
				.map((error) -> FieldError.at("/filter", error.code(), error.parameter() + ": " + error.message()))
				.toList());
		}
	}

}
