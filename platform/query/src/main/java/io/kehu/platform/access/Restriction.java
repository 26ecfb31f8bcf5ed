package io.kehu.platform.access;

import java.util.LinkedHashMap;
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

	/** Returns a condition that selects the records that both select. */
	Restriction and(Restriction other) {
		if (equals(NONE) || other.equals(NONE)) {
			return equals(NONE) ? other : this;
		}
		return new Restriction("(" + this.sql + " and " + other.sql + ")", this.parameters).with(other.parameters);
	}

	/** Returns a condition that selects the records that one of them selects. */
	Restriction or(Restriction other) {
		if (equals(NOTHING) || other.equals(NOTHING)) {
			return equals(NOTHING) ? other : this;
		}
		return new Restriction("(" + this.sql + " or " + other.sql + ")", this.parameters).with(other.parameters);
	}

	/** Returns a copy with the values of further parameters. */
	Restriction with(Map<String, Object> further) {
		Map<String, Object> all = new LinkedHashMap<>(this.parameters);
		all.putAll(further);
		return new Restriction(this.sql, all);
	}

	/** Returns whether the condition is the same for all records. */
	boolean unconditional() {
		return equals(NONE) || equals(NOTHING);
	}

}
