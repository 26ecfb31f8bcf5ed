package io.kehu.platform.security;

/**
 * The set of records that a permission covers, narrowest first.
 */
public enum Scope {

	/** The records of the caller. */
	OWN,

	/** The records of the caller and of the caller's teams. */
	TEAM,

	/** All records. */
	ALL

}
