package io.kehu.auth.right;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;

/**
 * What can be given to somebody, out of what was asked for.
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
	 * Checks the fields {@code roles} and {@code teamIds} of a body.
	 * @throws ProblemException when one of them is not there
	 */
	public void check(List<String> wantedRoles, List<UUID> wantedTeams) {
		check("/roles/", wantedRoles, this.roles, "role");
		check("/teamIds/", wantedTeams, this.teams, "team");
	}

	private static <T> void check(String pointer, List<T> wanted, Set<T> present, String what) {
		for (int i = 0; i < wanted.size(); i++) {
			if (!present.contains(wanted.get(i))) {
				throw ProblemException.invalid(pointer + i, "unknown_reference", "there is no such " + what);
			}
		}
	}

	/**
	 * Checks the field {@code permissions} of a body. A scope that nothing looks at would
	 * permit more than it says.
	 * @throws ProblemException when there is no such permission, or not with such a scope
	 */
	public void check(List<Grant> grants) {
		for (int i = 0; i < grants.size(); i++) {
			Permission permission = this.permissions.get(grants.get(i).permission());
			if (permission == null) {
				throw ProblemException.invalid("/permissions/" + i, "unknown_permission",
						"there is no such permission");
			}
			if (grants.get(i).scope() != Scope.ALL && !permission.scoped()) {
				throw ProblemException.invalid("/permissions/" + i, "invalid_scope",
						"this permission cannot be limited");
			}
		}
	}

}
