package io.kehu.platform.query;

import java.util.LinkedHashMap;
import java.util.Map;

import io.kehu.platform.access.Restriction;

/**
 * Builder for an SQL condition and its named parameters.
 */
final class Sql {

	private final StringBuilder text = new StringBuilder();

	private final Map<String, Object> parameters = new LinkedHashMap<>();

	Sql append(String part) {
		this.text.append(part);
		return this;
	}

	/** Adds a condition with {@code and}. */
	Sql and(String condition) {
		this.text.append(this.text.isEmpty() ? "" : " and ").append(condition);
		return this;
	}

	/** Adds a restriction to the records that the caller may access. */
	Sql and(Restriction restriction) {
		bindAll(restriction);
		return and(restriction.sql());
	}

	/** Adds the parameters of a restriction that is part of another condition. */
	void bindAll(Restriction restriction) {
		this.parameters.putAll(restriction.parameters());
	}

	/** Adds a parameter and returns its placeholder. */
	String bind(Object value) {
		String name = "p" + this.parameters.size();
		this.parameters.put(name, value);
		return ":" + name;
	}

	/**
	 * Returns the condition that a text matches a pattern, regardless of case. The
	 * database folds both in the same way, since other rules may differ from its own.
	 */
	static String matching(String text, String pattern) {
		return folded(text) + " like " + folded(pattern);
	}

	private static String folded(String text) {
		return "casefold(normalize(cast(%s as text), NFC) collate \"pg_unicode_fast\")".formatted(text);
	}

	Map<String, Object> parameters() {
		return this.parameters;
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
