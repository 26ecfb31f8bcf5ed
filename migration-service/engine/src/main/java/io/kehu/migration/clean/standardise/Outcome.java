package io.kehu.migration.clean.standardise;

import org.jspecify.annotations.Nullable;

/**
 * What became of one value.
 *
 * @param value the standard form, null when there is none
 * @param problem why there is none, null when there is no problem
 */
public record Outcome(@Nullable String value, @Nullable String problem) {

	static Outcome of(@Nullable String value) {
		return new Outcome(value, null);
	}

	static Outcome problem(String problem) {
		return new Outcome(null, problem);
	}

}
