package io.kehu.auth.user;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A user as the login sees them.
 *
 * @param enabled whether they may log in
 * @param passwordHash the password's hash, with the name of the algorithm in front, or
 * null for one who has no password yet
 * @param passwordResetRequired whether they have to choose a new password
 * @param roles the names of their roles
 */
public record Account(UUID id, String username, String displayName, @Nullable String email, @Nullable String locale,
		boolean enabled, @Nullable String passwordHash, boolean passwordResetRequired, List<String> roles) {

	@Override
	public String toString() {
		return "Account[%s]".formatted(this.id);
	}

}
