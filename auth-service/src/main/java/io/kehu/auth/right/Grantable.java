package io.kehu.auth.right;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;

/**
 * The roles, teams and permissions that exist, out of the requested ones.
 */
public final class Grantable {

	private final Set<String> roles;

	private final Set<UUID> teams;

	private final Map<String, Permission> permissions;

	Grantable(Set<String> roles, Set<UUID> teams, Map<String, Permission> permissions) {
		this.roles = roles;
		this.teams = teams;
		this.permissions = permissions;
	}

	/**
	 * Validates the fields {@code roles} and {@code teamIds} of a body.
	 * @throws ProblemException if one of them doesn't exist
	 */
	public void check(List<String> wantedRoles, List<UUID> wantedTeams) {
		check("/roles/", wantedRoles, this.roles, "role");
		check("/teamIds/", wantedTeams, this.teams, "team");
	}

	private static <T> void check(String pointer, List<T> wanted, Set<T> present, String what) {
		for (int i = 0; i < wanted.size(); i++) {
			if (!present.contains(wanted.get(i))) {
				throw ProblemException.invalid(pointer + i, "unknown_reference", "no such " + what);
			}
		}
	}

	/**
	 * Validates the field {@code permissions} of a body. A scope that no service checks
	 * would permit more than it says.
	 * @throws ProblemException if a permission doesn't exist or can't be limited
	 */
	public void check(List<Grant> grants) {
		for (int i = 0; i < grants.size(); i++) {
			Permission permission = this.permissions.get(grants.get(i).permission());
			if (permission == null) {
				throw ProblemException.invalid("/permissions/" + i, "unknown_permission", "no such permission");
			}
			if (grants.get(i).scope() != Scope.ALL && !permission.scoped()) {
				throw ProblemException.invalid("/permissions/" + i, "invalid_scope",
						"this permission can't be limited to a scope");
			}
		}
	}

}
