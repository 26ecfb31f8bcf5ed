package io.kehu.auth.user;

import java.util.Locale;

/**
 * The position of the salt in a legacy digest.
 */
enum SaltPosition {

	/** The salt precedes the password. */
	BEFORE,
	/** The salt follows the password. */
	AFTER;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
