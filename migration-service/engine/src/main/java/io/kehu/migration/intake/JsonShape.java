package io.kehu.migration.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How a JSON text holds its records.
 *
 * @param lines whether each line is a record
 * @param path the names that lead to the list of records; empty when the records, or a
 * list of them, stand at the top
 */
record JsonShape(boolean lines, List<String> path) {

	/** Each line is a record. */
	private static final JsonShape LINES = new JsonShape(true, List.of());

	/** Records, or a list of them, follow each other at the top. */
	private static final JsonShape TOP = new JsonShape(false, List.of());

	/**
	 * Looks at the beginning of a text.
	 * @param sample its first characters
	 * @param limits bounds on values
	 * @return the shape, or null when the text is no JSON
	 * @throws IntakeException when it holds several lists of records
	 */
	static @Nullable JsonShape of(String sample, IntakeLimits limits) throws IntakeException {
		String start = sample.stripLeading();
		JsonFactory factory = JsonColumns.factory(limits);
		if (start.startsWith("[")) {
			String inside = start.substring(1).stripLeading();
			boolean json = inside.startsWith("{") || inside.startsWith("]") || reads(factory, start);
			return json ? TOP : null;
		}
		if (!start.startsWith("{")) {
			return null;
		}
		String inside = start.substring(1).stripLeading();
		if (!inside.startsWith("\"") && !inside.startsWith("}")) {
			return null;
		}
		List<String> lines = start.lines().filter((line) -> !line.isBlank()).toList();
		long records = lines.stream().filter((line) -> isObject(factory, line)).count();
		if (lines.size() > 1 && 2 * records >= lines.size() - 1) {
			List<String> path = pathInEach(factory, lines);
			return (path != null) ? new JsonShape(false, path) : LINES;
		}
		JsonProperties properties = JsonProperties.of(factory, start);
		List<String> path = properties.path();
		if (path != null) {
			return new JsonShape(false, path);
		}
		properties.refuseTables();
		return (lines.size() == 1) ? LINES : TOP;
	}

	/**
	 * Returns the path to the records if each line holds a list of them and nothing else,
	 * as the pages of an interface do, or null.
	 */
	private static @Nullable List<String> pathInEach(JsonFactory factory, List<String> lines) throws IntakeException {
		List<String> common = null;
		for (String line : lines) {
			if (isObject(factory, line)) {
				List<String> path = JsonProperties.of(factory, line).pathOfPage();
				if (path == null || (common != null && !path.equals(common))) {
					return null;
				}
				common = path;
			}
		}
		return common;
	}

	/** Whether a text that may be cut off is JSON as far as it goes. */
	private static boolean reads(JsonFactory factory, String text) {
		int tokens = 0;
		try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
			while (parser.nextToken() != null) {
				tokens++;
			}
			return true;
		}
		catch (JacksonException ex) {
			return tokens > 1 && ex.getLocation().getCharOffset() >= text.length();
		}
	}

	private static boolean isObject(JsonFactory factory, String line) {
		if (!line.stripLeading().startsWith("{")) {
			return false;
		}
		try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), line)) {
			parser.nextToken();
			parser.skipChildren();
			return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
		}
		catch (JacksonException ex) {
			return false;
		}
	}

}
