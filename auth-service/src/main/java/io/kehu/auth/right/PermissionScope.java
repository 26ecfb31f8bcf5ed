package io.kehu.auth.right;

/**
 * The scopes of a permission, from narrowest to widest.
 */
public enum PermissionScope {

	/** The holder's own records. */
	OWN,
	/** The records of the holder's teams and the teams below them. */
	TEAM,
	/** All records. */
	ALL

}
