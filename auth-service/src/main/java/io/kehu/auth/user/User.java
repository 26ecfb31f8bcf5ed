package io.kehu.auth.user;

import java.util.Locale;
import java.util.UUID;

/**
 * A person that may log in.
 *
 * @param id the person's id for ever, and the subject of their tokens
 * @param username the name that they log in with, in lower case
 * @param displayName the name that others see
 * @param passwordHash the password's hash, with the name of the algorithm in front
 * @param enabled whether they may log in and use what they were given
 */
record User(UUID id, String username, String displayName, String passwordHash, boolean enabled) {

	/**
	 * Returns the form in which a user name is stored and compared.
	 */
	static String normalized(String username) {
		return username.strip().toLowerCase(Locale.ROOT);
	}

}
