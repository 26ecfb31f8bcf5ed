package io.kehu.migration.clean.standardise;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Values replaced by others; a value that is replaced and replaces another leads on to
 * the end. Values without an entry stay.
 *
 * @param values what replaces what; an empty text empties
 */
public record ValueMap(Map<String, String> values) implements Standard {

	public ValueMap {
		Map<String, String> resolved = new LinkedHashMap<>();
		for (String start : values.keySet()) {
			resolved.put(start, resolve(values, start));
		}
		values = Map.copyOf(resolved);
	}

	private static String resolve(Map<String, String> values, String start) {
		Set<String> met = new HashSet<>();
		String value = start;
		while (met.add(value)) {
			String next = values.getOrDefault(value, value);
			if (next.equals(value)) {
				return value;
			}
			value = next;
		}
		throw new IllegalArgumentException("The value map turns in a circle at \"%s\"".formatted(value));
	}

	@Override
	public Outcome apply(String value) {
		return Outcome.of(this.values.getOrDefault(value, value));
	}

}
