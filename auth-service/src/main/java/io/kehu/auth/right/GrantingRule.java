package io.kehu.auth.right;

import java.util.Collection;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Callers;

import org.springframework.http.HttpStatus;
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
		if (Callers.find().map(GrantingRule::of).filter((own) -> !own.cover(touched)).isPresent()) {
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
		if (!joined.isEmpty() && Callers.find().map(GrantingRule::of).filter((own) -> !own.reach(joined)).isPresent()) {
			throw ProblemException.of(HttpStatus.FORBIDDEN, "exceeds-own-rights",
					"You can add members only to teams that you can see.");
		}
	}

	private static Rights of(Caller caller) {
		return Rights.of(caller.roles(), caller.permissions().stream().map(Grant::parse).toList(),
				caller.teams().stream().map(UUID::toString).toList());
	}

}
