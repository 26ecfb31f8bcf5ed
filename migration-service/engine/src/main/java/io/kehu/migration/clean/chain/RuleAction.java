package io.kehu.migration.clean.chain;

import java.util.Locale;

/**
 * What becomes of a row that a rule finds.
 */
public enum RuleAction {

	/** It leaves the clean set, with the reason. */
	DROP,

	/** It stays, marked with the reason. */
	FLAG;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
