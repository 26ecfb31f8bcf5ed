package io.kehu.auth.right;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The rights of a user or client.
 *
 * @param roles the names of the roles
 * @param permissions the granted permissions with their widest scope
 * @param teams the ids of the visible teams, including those below
 */
public record Rights(SortedSet<String> roles, SortedMap<String, PermissionScope> permissions, SortedSet<String> teams) {

	/** A placeholder for teams that aren't known yet. */
	private static final String ANY_TEAM = "*";

	/** No rights at all. */
	public static final Rights NONE = of(List.of(), List.of(), List.of());

	static Rights of(Collection<String> roles, Collection<Grant> grants, Collection<String> teams) {
		SortedMap<String, PermissionScope> permissions = new TreeMap<>();
		grants.forEach((grant) -> permissions.merge(grant.permission(), grant.scope(),
				(one, other) -> (one.compareTo(other) >= 0) ? one : other));
		return new Rights(new TreeSet<>(roles), permissions, new TreeSet<>(teams));
	}

	/**
	 * Returns the rights of these grants in any team.
	 */
	public static Rights anywhere(Collection<Grant> grants) {
		return of(List.of(), grants, List.of(ANY_TEAM));
	}

	/**
	 * Returns these rights limited to the given grants, if there are any.
	 */
	public Rights within(Collection<Grant> limits) {
		if (limits.isEmpty()) {
			return this;
		}
		SortedMap<String, PermissionScope> limited = new TreeMap<>();
		of(List.of(), limits, List.of()).permissions.forEach((permission, limit) -> {
			PermissionScope scope = this.permissions.get(permission);
			if (scope != null) {
				limited.put(permission, (scope.compareTo(limit) <= 0) ? scope : limit);
			}
		});
		return new Rights(this.roles, limited, this.teams);
	}

	/**
	 * Returns the rights of a client with the given rights that acts for this user: the
	 * intersection, with this user's records and without roles.
	 */
	public Rights through(Rights other) {
		SortedMap<String, PermissionScope> both = new TreeMap<>();
		this.permissions.forEach((permission, scope) -> {
			PermissionScope limit = other.permissions.get(permission);
			if (limit != null) {
				both.put(permission, (scope.compareTo(limit) <= 0) ? scope : limit);
			}
		});
		return new Rights(new TreeSet<>(), both, this.teams);
	}

	/**
	 * Returns these rights limited to the given permissions.
	 */
	public Rights only(Set<String> names) {
		SortedMap<String, PermissionScope> rest = new TreeMap<>(this.permissions);
		rest.keySet().retainAll(names);
		return new Rights(this.roles, rest, this.teams);
	}

	/**
	 * Returns the permissions as they appear in tokens.
	 */
	public List<String> grants() {
		List<String> grants = new ArrayList<>();
		this.permissions.forEach((permission, scope) -> grants.add(new Grant(permission, scope).toString()));
		return grants;
	}

	/**
	 * Returns whether these rights include the given ones.
	 */
	boolean cover(Rights others) {
		return others.permissions.entrySet().stream().allMatch((other) -> covers(other, others.teams));
	}

	/**
	 * Returns whether the holder can see the records of these teams or manage all teams.
	 */
	boolean reach(Collection<UUID> others) {
		return this.permissions.get("team:write") == PermissionScope.ALL
				|| others.stream().allMatch((team) -> this.teams.contains(team.toString()));
	}

	private boolean covers(Map.Entry<String, PermissionScope> other, Set<String> teams) {
		PermissionScope own = this.permissions.get(other.getKey());
		if (own == null) {
			return false;
		}
		return switch (other.getValue()) {
			case OWN -> true;
			case TEAM -> own == PermissionScope.ALL || (own == PermissionScope.TEAM && this.teams.containsAll(teams));
			case ALL -> own == PermissionScope.ALL;
		};
	}

}
