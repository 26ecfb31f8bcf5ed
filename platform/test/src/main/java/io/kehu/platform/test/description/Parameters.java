package io.kehu.platform.test.description;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

	static boolean isHeader(JsonNode described, String name) {
		return described.path("in").asString().equals("header") && described.path("name").asString().equals(name);
	}

}
