package io.kehu.auth.right;

/**
 * How far a permission reaches, from the narrowest to the widest.
 */
public enum Scope {

	/** The records that the holder owns. */
	OWN,
	/** The records of the holder's teams, and of the teams below them. */
	TEAM,
	/** All records. */
	ALL

}
