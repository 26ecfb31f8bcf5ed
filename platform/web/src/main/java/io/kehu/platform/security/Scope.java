package io.kehu.platform.security;

/**
 * Whose records a permission reaches, the narrowest first.
 */
public enum Scope {

	/** Those of the caller. */
	OWN,

	/** Those of the caller and of the caller's teams. */
	TEAM,

	/** Everybody's. */
	ALL

}
