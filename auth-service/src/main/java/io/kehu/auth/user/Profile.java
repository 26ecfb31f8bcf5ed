package io.kehu.auth.user;

import org.jspecify.annotations.Nullable;

/**
 * A user's own profile.
 *
 * @param locale the user's language, or null
 */
public record Profile(long version, String displayName, @Nullable String email, @Nullable String locale) {

	static Profile of(UserView user) {
		return new Profile(user.version(), user.displayName(), user.email(), user.locale());
	}

}
