package io.kehu.auth.me;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import io.kehu.auth.user.Profile;
import io.kehu.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A caller as the token describes them, and what else is known of a person.
 *
 * @param userId the person's id, or null when a program acts for itself
 * @param name the person's user name, or the program's client id
 * @param displayName the name that others see, or null for a program, also one that acts
 * for the person
 * @param email the person's address, or null
 * @param locale the language that they are spoken to in, or null
 * @param clientId the client that obtained the token
 * @param roles the names of the roles held
 * @param permissions what the caller may do
 * @param teams the ids of the teams whose records the caller sees, by a permission that
 * reaches that far
 */
record MeView(@Nullable UUID userId, String name, @Nullable String displayName, @Nullable String email,
		@Nullable String locale, String clientId, SortedSet<String> roles, SortedSet<String> permissions,
		SortedSet<String> teams) {

	static MeView of(Caller caller) {
		return new MeView(caller.userId(), caller.name(), null, null, null, caller.clientId(),
				new TreeSet<>(caller.roles()), new TreeSet<>(caller.permissions()), new TreeSet<>(caller.teams()));
	}

	static MeView of(Caller caller, UUID userId, Profile profile) {
		return new MeView(userId, caller.name(), profile.displayName(), profile.email(), profile.locale(),
				caller.clientId(), new TreeSet<>(caller.roles()), new TreeSet<>(caller.permissions()),
				new TreeSet<>(caller.teams()));
	}

}
