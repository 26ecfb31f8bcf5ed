package io.kehu.platform.test.description;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tells which parameters of requests a described parameter stands for.
 */
final class Parameters {

	private static final Pattern MEMBER = Pattern.compile("(.+)\\[(.+)]");

	private Parameters() {
	}

	/** Returns whether a description is that of a query parameter. */
	static boolean covers(JsonNode described, String name) {
		if (!described.path("in").asString().equals("query")) {
			return false;
		}
		String own = described.path("name").asString();
		Matcher member = MEMBER.matcher(name);
		if (!own.equals(name) && member.matches() && described.path("style").asString("").equals("deepObject")) {
			return own.equals(member.group(1)) && described.at("/schema/properties").has(member.group(2));
		}
		return own.equals(name) || described.at("/schema/patternProperties")
			.propertyNames()
			.stream()
			.anyMatch((pattern) -> name.matches(pattern));
	}

	/** Returns the names of the parameters of a query. */
	static List<String> names(@Nullable String query) {
		if (query == null || query.isEmpty()) {
			return List.of();
		}
		return Arrays.stream(query.split("&"))
			.map((pair) -> pair.replaceFirst("=.*", ""))
			.map(Parameters::decoded)
			.distinct()
			.toList();
	}

	private static String decoded(String name) {
		try {
			return URLDecoder.decode(name, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return name;
		}
	}

	static boolean isHeader(JsonNode described, String name) {
		return described.path("in").asString().equals("header") && described.path("name").asString().equals(name);
	}

}
