package io.kehu.migration.clean.chain;

/**
 * What becomes of a row that a rule finds.
 */
public enum RuleAction {

	/** It leaves the clean set, with the reason. */
	DROP,

	/** It stays, marked with the reason. */
	FLAG

}
