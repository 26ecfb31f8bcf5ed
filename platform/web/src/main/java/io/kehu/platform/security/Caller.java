package io.kehu.platform.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/**
 * The person or the program on whose behalf a request is served, as its access token
 * says. A controller takes it as {@code @AuthenticationPrincipal Caller caller}, other
 * code asks {@link Callers#current()}.
 *
 * @param subject the token's subject: a person's id, or the client's id when a program
 * acts for itself
 * @param userId the person's id, or null when a program acts for itself
 * @param clientId the client that obtained the token
 * @param name a name that people recognise, for histories: the person's user name or the
 * client's id
 * @param roles the names of the roles held
 * @param permissions what the caller may do, each as {@code resource:action}, with
 * {@code :team} or {@code :own} after it where it does not reach everybody's records
 * @param teams the ids of the teams whose records a permission for teams reaches, in the
 * token's order
 */
public record Caller(String subject, @Nullable UUID userId, String clientId, String name, Set<String> roles,
		Set<String> permissions, Set<String> teams) implements AuthenticatedPrincipal {

	public Caller {
		roles = Set.copyOf(roles);
		permissions = Set.copyOf(permissions);
		teams = Collections.unmodifiableSet(new LinkedHashSet<>(teams));
	}

	/**
	 * Returns the caller that a verified access token describes.
	 */
	static Caller of(Jwt token) {
		String subject = required(token, "sub");
		String clientId = required(token, "client_id");
		String userName = token.getClaimAsString("preferred_username");
		boolean person = !subject.equals(clientId);
		return new Caller(subject, person ? UUID.fromString(subject) : null, clientId,
				(userName != null) ? userName : subject, strings(token, "roles"), strings(token, "permissions"),
				strings(token, "teams"));
	}

	private static String required(Jwt token, String claim) {
		String value = token.getClaimAsString(claim);
		if (value == null) {
			throw new InvalidBearerTokenException("The claim " + claim + " is missing");
		}
		return value;
	}

	private static Set<String> strings(Jwt token, String claim) {
		Collection<String> values = token.getClaimAsStringList(claim);
		return new LinkedHashSet<>((values != null) ? values : List.of());
	}

	@Override
	public String getName() {
		return this.name;
	}

	/**
	 * Returns whether the caller may do this, given as {@code resource:action}, at least
	 * to some records.
	 */
	public boolean may(String permission) {
		return scope(permission).isPresent();
	}

	/**
	 * Returns whose records a permission, given as {@code resource:action}, reaches;
	 * nothing when the caller does not have it. Of several scopes the widest counts.
	 */
	public Optional<Scope> scope(String permission) {
		return Arrays.stream(Scope.values())
			.filter((scope) -> this.permissions.contains(entry(permission, scope)))
			.max(Comparator.naturalOrder());
	}

	private static String entry(String permission, Scope scope) {
		return (scope == Scope.ALL) ? permission : permission + ":" + scope.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Returns the permissions without their scopes, each as {@code resource:action}.
	 */
	Set<String> actions() {
		return this.permissions.stream().map(Caller::action).collect(Collectors.toSet());
	}

	private static String action(String permission) {
		int scope = permission.indexOf(':', permission.indexOf(':') + 1);
		return (scope > 0) ? permission.substring(0, scope) : permission;
	}

}
