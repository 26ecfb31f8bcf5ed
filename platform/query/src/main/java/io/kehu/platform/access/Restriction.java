package io.kehu.platform.access;

import java.util.Map;

/**
 * A condition that every query on guarded records must contain.
 *
 * @param sql the condition, in parentheses if required
 * @param parameters the values of its named parameters
 */
public record Restriction(String sql, Map<String, Object> parameters) {

	/** Selects all records. */
	public static final Restriction NONE = new Restriction("true", Map.of());

	static final Restriction NOTHING = new Restriction("false", Map.of());

	/** Returns whether the condition is the same for all records. */
	boolean unconditional() {
		return equals(NONE) || equals(NOTHING);
	}

}
