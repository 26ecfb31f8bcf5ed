package io.kehu.auth.user;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A user as needed for logging in.
 *
 * @param enabled whether the user may log in
 * @param passwordHash the hash of the password, prefixed with the algorithm, or null if
 * there is no password yet
 * @param passwordResetRequired whether a new password must be chosen
 * @param roles the names of the roles
 */
public record Account(UUID id, String username, String displayName, @Nullable String email, @Nullable String locale,
		boolean enabled, @Nullable String passwordHash, boolean passwordResetRequired, List<String> roles) {

	@Override
	public String toString() {
		return "Account[%s]".formatted(this.id);
	}

}
