package io.kehu.auth.me;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import io.kehu.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A caller as the token describes them.
 *
 * @param userId the person's id, or null when a program acts for itself
 * @param name the person's user name, or the program's client id
 * @param clientId the client that obtained the token
 * @param roles the names of the roles held
 * @param permissions what the caller may do
 * @param teams the ids of the teams that the person belongs to
 */
record MeView(@Nullable UUID userId, String name, String clientId, SortedSet<String> roles,
		SortedSet<String> permissions, SortedSet<String> teams) {

	static MeView of(Caller caller) {
		return new MeView(caller.userId(), caller.name(), caller.clientId(), new TreeSet<>(caller.roles()),
				new TreeSet<>(caller.permissions()), new TreeSet<>(caller.teams()));
	}

}
