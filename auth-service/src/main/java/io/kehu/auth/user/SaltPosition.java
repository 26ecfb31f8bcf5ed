package io.kehu.auth.user;

import java.util.Locale;

/**
 * Where an older system put the salt when it made a digest.
 */
enum SaltPosition {

	/** Of the salt followed by the password. */
	BEFORE,
	/** Of the password followed by the salt. */
	AFTER;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
