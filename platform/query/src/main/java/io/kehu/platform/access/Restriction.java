package io.kehu.platform.access;

import java.util.Map;

/**
 * A condition that a query on guarded records has to contain.
 *
 * @param sql the condition, in brackets where it needs them
 * @param parameters the values of its named parameters
 */
public record Restriction(String sql, Map<String, Object> parameters) {

	static final Restriction NONE = new Restriction("true", Map.of());

	static final Restriction NOTHING = new Restriction("false", Map.of());

}
