package io.kehu.auth.user;

import org.jspecify.annotations.Nullable;

/**
 * What people see of themselves.
 *
 * @param locale the language that they are spoken to in, or null
 */
public record Profile(long version, String displayName, @Nullable String email, @Nullable String locale) {

	static Profile of(UserView user) {
		return new Profile(user.version(), user.displayName(), user.email(), user.locale());
	}

}
