package io.kehu.platform.query;

import java.util.LinkedHashMap;
import java.util.Map;

import io.kehu.platform.access.Restriction;

/**
 * A condition in the making: its text, and the parameters by their names.
 */
final class Sql {

	private final StringBuilder text = new StringBuilder();

	private final Map<String, Object> parameters = new LinkedHashMap<>();

	Sql append(String part) {
		this.text.append(part);
		return this;
	}

	/** Adds a condition that must hold as well. */
	Sql and(String condition) {
		this.text.append(this.text.isEmpty() ? "" : " and ").append(condition);
		return this;
	}

	/** Adds what the caller may see. */
	Sql and(Restriction restriction) {
		this.parameters.putAll(restriction.parameters());
		return and(restriction.sql());
	}

	/** Returns the placeholder of a new parameter. */
	String bind(Object value) {
		String name = "p" + this.parameters.size();
		this.parameters.put(name, value);
		return ":" + name;
	}

	Map<String, Object> parameters() {
		return this.parameters;
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
