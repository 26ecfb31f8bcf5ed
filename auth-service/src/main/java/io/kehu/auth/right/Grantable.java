package io.kehu.auth.right;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.Candidate;

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
	 * Validates the fields {@code roles} and {@code teamIds} of a holder, apart from what
	 * the holder has already.
	 * @throws ProblemException if one of them doesn't exist
	 */
	public <D> void check(Candidate<D> holder, Function<D, List<String>> wantedRoles,
			Function<D, List<UUID>> wantedTeams) {
		check("/roles/", holder, wantedRoles, this.roles, "role");
		check("/teamIds/", holder, wantedTeams, this.teams, "team");
	}

	private static <D, T> void check(String pointer, Candidate<D> holder, Function<D, List<T>> field, Set<T> present,
			String what) {
		List<T> wanted = field.apply(holder.details());
		for (int i = 0; i < wanted.size(); i++) {
			if (!present.contains(wanted.get(i)) && holder.adds(field, wanted.get(i))) {
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
			if (grants.get(i).scope() != PermissionScope.ALL && !permission.scoped()) {
				throw ProblemException.invalid("/permissions/" + i, "invalid_scope",
						"this permission can't be limited to a scope");
			}
		}
	}

}
