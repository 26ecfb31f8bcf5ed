package io.kehu.auth.right;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Prevents privilege escalation: callers can't grant, revoke or control more rights than
 * they have. The caller's rights are those in the token, which was issued before the
 * change; a change of the caller's own rights revokes it.
 */
@Component
public class GrantingRule {

	/**
	 * Checks that the caller has all of the given rights. Without a caller, the service
	 * itself is acting.
	 * @throws ProblemException 403 if the caller lacks one of them
	 */
	public void check(Rights touched) {
		if (SecurityContextHolder.getContext()
			.getAuthentication() instanceof AbstractOAuth2TokenAuthenticationToken<?> caller
				&& !of((Jwt) caller.getToken()).cover(touched)) {
			throw ProblemException.of(HttpStatus.FORBIDDEN, "exceeds-own-rights",
					"This requires rights that you don't have yourself.");
		}
	}

	/**
	 * Checks that the caller may add members to these teams, because the caller can see
	 * their records or manage all teams. Membership opens the records shared with a team,
	 * so it isn't enough that the permissions are covered.
	 * @throws ProblemException 403 if one of the teams is out of reach
	 */
	public void checkTeams(Collection<UUID> joined) {
		if (!joined.isEmpty()
				&& SecurityContextHolder.getContext()
					.getAuthentication() instanceof AbstractOAuth2TokenAuthenticationToken<?> caller
				&& !of((Jwt) caller.getToken()).reach(joined)) {
			throw ProblemException.of(HttpStatus.FORBIDDEN, "exceeds-own-rights",
					"You can add members only to teams that you can see.");
		}
	}

	private static Rights of(Jwt token) {
		return Rights.of(claim(token, "roles"), claim(token, "permissions").stream().map(Grant::parse).toList(),
				claim(token, "teams"));
	}

	private static Collection<String> claim(Jwt token, String name) {
		return Objects.requireNonNullElse(token.getClaimAsStringList(name), List.of());
	}

}
