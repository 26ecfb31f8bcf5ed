package io.kehu.platform.export;

import java.util.List;
import java.util.Map;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;

/**
 * How a CSV export is written.
 *
 * @param columns the columns, as paths into the views
 * @param flat whether cells contain plain text instead of JSON
 * @param byteOrderMark whether the file begins with a byte-order mark, by which
 * spreadsheets recognize UTF-8
 */
record CsvOptions(List<String> columns, boolean flat, boolean byteOrderMark) {

	static final String FLAT = "flat";

	static final String BYTE_ORDER_MARK = "bom";

	/**
	 * Returns the options of a request. The columns are those that {@code columns} names,
	 * or the members that {@code fields} names, or all; with {@code flat}, members of
	 * members have columns of their own.
	 * @throws ProblemException if an option is not valid
	 */
	static CsvOptions of(ListRequest request, Class<? extends Record> view) {
		Map<String, List<String>> parameters = request.parameters();
		boolean flat = flag(parameters, FLAT);
		List<String> named = parameters.getOrDefault(ExportColumns.PARAMETER, List.of());
		List<String> members = List.copyOf(request.fields(view));
		if (!named.isEmpty()) {
			return new CsvOptions(ExportColumns.named(named, view), flat, flag(parameters, BYTE_ORDER_MARK));
		}
		List<String> columns = flat ? ExportColumns.flat(view)
			.stream()
			.filter((path) -> members.contains(path.split("\\.", -1)[0]))
			.toList() : members;
		return new CsvOptions(columns, flat, flag(parameters, BYTE_ORDER_MARK));
	}

	/**
	 * Checks that a request for another format has none of the options.
	 * @throws ProblemException if it has one
	 */
	static void checkAbsent(ListRequest request) {
		for (String option : List.of(ExportColumns.PARAMETER, FLAT, BYTE_ORDER_MARK)) {
			if (request.parameters().containsKey(option)) {
				throw ProblemException.invalidParameter(option, "not_supported", "is an option of CSV");
			}
		}
	}

	private static boolean flag(Map<String, List<String>> parameters, String name) {
		String text = String.join(",", parameters.getOrDefault(name, List.of("false")));
		if (!text.equals("true") && !text.equals("false")) {
			throw ProblemException.invalidParameter(name, "invalid_value", "must be true or false");
		}
		return text.equals("true");
	}

}
