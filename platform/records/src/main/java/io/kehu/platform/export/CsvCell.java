package io.kehu.platform.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Returns the text of the cells of a CSV export.
 *
 * @param flat whether lists and objects are written as plain text instead of JSON
 */
record CsvCell(JsonMapper json, boolean flat) {

	/** The first characters that make a spreadsheet interpret a cell as a formula. */
	private static final String FORMULA_STARTS = "=+-@\t\r";

	private static final String SEPARATOR = "; ";

	/** Returns the text of a column of a record. */
	String of(JsonNode record, List<String> path) {
		List<JsonNode> values = new ArrayList<>();
		boolean several = collect(record, path, values);
		if (!several) {
			return values.isEmpty() ? "" : guarded(values.get(0), text(values.get(0)));
		}
		String joined = values.stream().map(this::text).collect(Collectors.joining(SEPARATOR));
		return values.isEmpty() ? "" : guarded(values.get(0), joined);
	}

	/** Returns whether the path leads through a list to any number of values. */
	private static boolean collect(JsonNode node, List<String> path, List<JsonNode> into) {
		if (node.isMissingNode() || node.isNull()) {
			return false;
		}
		if (path.isEmpty()) {
			into.add(node);
			return false;
		}
		String step = path.get(0);
		List<String> rest = path.subList(1, path.size());
		if (!node.isArray()) {
			return collect(node.path(step), rest, into);
		}
		if (step.chars().allMatch(Character::isDigit)) {
			return collect(node.path(Integer.parseInt(step)), rest, into);
		}
		node.forEach((element) -> collect(element, path, into));
		return true;
	}

	private String text(JsonNode value) {
		if (!value.isContainer()) {
			return value.isNull() ? "" : value.asString();
		}
		if (value.isEmpty()) {
			return "";
		}
		if (!this.flat) {
			return this.json.writeValueAsString(value);
		}
		return value.isArray() ? value.valueStream().map(this::text).collect(Collectors.joining(SEPARATOR))
				: value.properties()
					.stream()
					.map((member) -> member.getKey() + "=" + text(member.getValue()))
					.collect(Collectors.joining(SEPARATOR));
	}

	private static String guarded(JsonNode value, String text) {
		boolean formula = !value.isNumber() && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
		return formula ? "'" + text : text;
	}

}
