package io.kehu.platform.security;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * The user or client on whose behalf a request is processed, as described by its access
 * token. Controllers declare it as {@code @AuthenticationPrincipal Caller caller}; other
 * code uses {@link Callers#current()}.
 *
 * @param subject the subject of the token: the user's id, or the client's id if a client
 * acts on its own behalf
 * @param userId the user's id, or null if a client acts on its own behalf
 * @param clientId the id of the client that obtained the token
 * @param name a human-readable name for histories: the user name or the client's id
 * @param roles the names of the assigned roles
 * @param permissions the granted permissions, each as {@code resource:action}, followed
 * by {@code :team} or {@code :own} if the permission does not cover all records
 * @param teams the ids of the teams whose records are covered by permissions with team
 * scope, in the order of the token
 */
public record Caller(String subject, @Nullable UUID userId, String clientId, String name, Set<String> roles,
		Set<String> permissions, Set<UUID> teams) implements AuthenticatedPrincipal {

	/**
	 * Returns the caller described by a verified access token.
	 */
	static Caller of(Jwt token, TokenRights.Content rights) {
		String subject = required(token, "sub");
		String clientId = required(token, "client_id");
		String userName = token.getClaimAsString("preferred_username");
		boolean person = !subject.equals(clientId);
		return new Caller(subject, person ? UUID.fromString(subject) : null, clientId,
				(userName != null) ? userName : subject, rights.roles(), rights.permissions(), rights.teams());
	}

	private static String required(Jwt token, String claim) {
		String value = token.getClaimAsString(claim);
		if (value == null) {
			throw new InvalidBearerTokenException("The claim " + claim + " is missing");
		}
		return value;
	}

	@Override
	public String getName() {
		return this.name;
	}

	/**
	 * Returns whether the caller has the permission, given as {@code resource:action},
	 * for at least some records.
	 */
	public boolean may(String permission) {
		return scope(permission).isPresent();
	}

	/**
	 * Returns the widest scope in which the caller has the permission, given as
	 * {@code resource:action}; empty if the caller does not have it.
	 */
	public Optional<Scope> scope(String permission) {
		if (this.permissions.contains(permission)) {
			return Optional.of(Scope.ALL);
		}
		if (this.permissions.contains(permission + ":team")) {
			return Optional.of(Scope.TEAM);
		}
		return this.permissions.contains(permission + ":own") ? Optional.of(Scope.OWN) : Optional.empty();
	}

}
