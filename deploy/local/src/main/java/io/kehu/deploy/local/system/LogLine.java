package io.kehu.deploy.local.system;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a JSON line of a log (Elastic Common Schema) readable, without letting anything
 * in it pass for another line.
 */
public final class LogLine {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029&&[^\t]]");

	private LogLine() {
	}

	/**
	 * Returns the line for people, followed by the indented lines of its stack trace.
	 * Lines of processes that don't write JSON are returned without control characters.
	 */
	public static Stream<String> readable(String line) {
		if (!line.startsWith("{")) {
			return Stream.of(escaped(line));
		}
		try {
			JsonNode entry = JSON.readTree(line);
			String trace = entry.path("traceId").asString("");
			String head = "%s %5s %s%s : %s".formatted(entry.path("@timestamp").asString(""),
					entry.path("log").path("level").asString(""), trace.isEmpty() ? "" : "[" + trace + "] ",
					shortened(entry.path("log").path("logger").asString("")), entry.path("message").asString(""));
			return Stream.concat(Stream.of(escaped(head)),
					entry.path("error").path("stack_trace").asString("").lines().map((part) -> "    " + escaped(part)));
		}
		catch (JacksonException ex) {
			return Stream.of(escaped(line));
		}
	}

	/** Abbreviates the packages of a class name. */
	private static String shortened(String logger) {
		return logger.replaceAll("([a-z])[A-Za-z0-9_]*\\.(?=.*\\.)", "$1.");
	}

	private static String escaped(String text) {
		return CONTROL.matcher(text)
			.replaceAll((found) -> String.format(Locale.ROOT, "\\\\u%04x", (int) found.group().charAt(0)));
	}

}
