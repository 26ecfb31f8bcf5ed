package io.kehu.platform.access;

import java.util.Locale;

/**
 * Who sees a record among the users with access to its parent, narrowest first.
 */
public enum Visibility {

	/** The owner, and the users that the annotation of the kind names. */
	PRIVATE,

	/** These, and the members of the record's team. */
	TEAM,

	/** All users with access to the parent. */
	ALL;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
