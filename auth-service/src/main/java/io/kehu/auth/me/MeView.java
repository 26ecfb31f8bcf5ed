package io.kehu.auth.me;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.auth.user.Profile;
import io.kehu.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * The caller as described by the token, and the user's profile.
 *
 * @param userId the user's id, or null if a client acts for itself
 * @param name the user name, or the client id
 * @param displayName the display name, or null for a client, including one that acts for
 * the user
 * @param email the user's e-mail address, or null
 * @param locale the user's language, or null
 * @param clientId the client that obtained the token
 * @param roles the names of the roles
 * @param permissions the granted permissions
 * @param teams the ids of the teams whose records the caller can see with a permission of
 * that scope
 */
record MeView(@Nullable UUID userId, String name, @Nullable String displayName, @Nullable String email,
		@Nullable String locale, String clientId, SortedSet<String> roles, SortedSet<String> permissions,
		SortedSet<String> teams) {

	static MeView of(Caller caller) {
		return new MeView(caller.userId(), caller.name(), null, null, null, caller.clientId(),
				new TreeSet<>(caller.roles()), new TreeSet<>(caller.permissions()), teams(caller));
	}

	static MeView of(Caller caller, UUID userId, Profile profile) {
		return new MeView(userId, caller.name(), profile.displayName(), profile.email(), profile.locale(),
				caller.clientId(), new TreeSet<>(caller.roles()), new TreeSet<>(caller.permissions()), teams(caller));
	}

	private static SortedSet<String> teams(Caller caller) {
		return caller.teams().stream().map(UUID::toString).collect(Collectors.toCollection(TreeSet::new));
	}

}
