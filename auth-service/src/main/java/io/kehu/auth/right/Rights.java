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

/**
 * What a person or a program may do.
 *
 * @param roles the names of the roles held
 * @param permissions what the roles permit, each with its widest scope
 * @param teams the ids of the teams whose records the holder sees, those below included
 */
public record Rights(SortedSet<String> roles, SortedMap<String, Scope> permissions, SortedSet<String> teams) {

	/** Stands for teams that are not known yet; nobody's own. */
	private static final String ANY_TEAM = "*";

	/** No rights at all. */
	public static final Rights NONE = of(List.of(), List.of(), List.of());

	static Rights of(Collection<String> roles, Collection<Grant> grants, Collection<String> teams) {
		SortedMap<String, Scope> permissions = new TreeMap<>();
		grants.forEach((grant) -> permissions.merge(grant.permission(), grant.scope(),
				(one, other) -> (one.compareTo(other) >= 0) ? one : other));
		return new Rights(new TreeSet<>(roles), permissions, new TreeSet<>(teams));
	}

	/**
	 * Returns what these grants permit, in whichever teams the holder may come to be.
	 */
	public static Rights anywhere(Collection<Grant> grants) {
		return of(List.of(), grants, List.of(ANY_TEAM));
	}

	/**
	 * Returns the same as far as these grants reach too; without any, it is not limited.
	 */
	public Rights within(Collection<Grant> limits) {
		if (limits.isEmpty()) {
			return this;
		}
		SortedMap<String, Scope> limited = new TreeMap<>();
		of(List.of(), limits, List.of()).permissions.forEach((permission, limit) -> {
			Scope scope = this.permissions.get(permission);
			if (scope != null) {
				limited.put(permission, (scope.compareTo(limit) <= 0) ? scope : limit);
			}
		});
		return new Rights(this.roles, limited, this.teams);
	}

	/**
	 * Returns what somebody else with those rights may do for the holder: with the
	 * holder's records what both may, and in no role.
	 */
	public Rights through(Rights other) {
		SortedMap<String, Scope> both = new TreeMap<>();
		this.permissions.forEach((permission, scope) -> {
			Scope limit = other.permissions.get(permission);
			if (limit != null) {
				both.put(permission, (scope.compareTo(limit) <= 0) ? scope : limit);
			}
		});
		return new Rights(new TreeSet<>(), both, this.teams);
	}

	/**
	 * Returns the same without the permissions that are not among these.
	 */
	public Rights only(Set<String> names) {
		SortedMap<String, Scope> rest = new TreeMap<>(this.permissions);
		rest.keySet().retainAll(names);
		return new Rights(this.roles, rest, this.teams);
	}

	/**
	 * Returns the permissions as tokens carry them.
	 */
	public List<String> grants() {
		List<String> grants = new ArrayList<>();
		this.permissions.forEach((permission, scope) -> grants.add(new Grant(permission, scope).toString()));
		return grants;
	}

	/**
	 * Returns whether whoever holds these rights may give those to somebody.
	 */
	boolean cover(Rights others) {
		return others.permissions.entrySet().stream().allMatch((other) -> covers(other, others.teams));
	}

	private boolean covers(Map.Entry<String, Scope> other, Set<String> teams) {
		Scope own = this.permissions.get(other.getKey());
		if (own == null) {
			return false;
		}
		return switch (other.getValue()) {
			case OWN -> true;
			case TEAM -> own == Scope.ALL || (own == Scope.TEAM && this.teams.containsAll(teams));
			case ALL -> own == Scope.ALL;
		};
	}

}
