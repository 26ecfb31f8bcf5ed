package io.kehu.platform.access;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.security.Caller;
import io.kehu.platform.security.Callers;
import io.kehu.platform.security.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Determines the owner and the team of records, and ensures that callers cannot take
 * over, give away or hide records outside the scope of their write permission.
 */
public final class Ownerships {

	private Ownerships() {
	}

	/**
	 * Returns the details of a new record, with the caller as the default owner and the
	 * caller's first team as the default team.
	 * @throws ProblemException with status 403 if the record would be outside the
	 * caller's scope
	 */
	public static <D> D ofNew(Class<?> type, D details) {
		Guarded guarded = owning(type);
		if (guarded == null) {
			return details;
		}
		Caller caller = Callers.current();
		UUID team = caller.teams().stream().findFirst().orElse(null);
		D owned = owned(details, new Ownership(caller.userId(), team));
		check(guarded, null, ((Owned<?>) owned).ownership());
		return owned;
	}

	/** Returns the annotation of a type whose records have their own owners, or null. */
	private static @Nullable Guarded owning(Class<?> type) {
		Guarded guarded = type.getAnnotation(Guarded.class);
		return (guarded != null && (guarded.parent().isEmpty() || VisibleRecords.apply(guarded))) ? guarded : null;
	}

	/**
	 * Returns the details of an existing record, with the current owner and team as
	 * defaults.
	 */
	public static <D> D keeping(D details, Object present) {
		return (present instanceof Owned<?> owned) ? owned(details, owned.ownership()) : details;
	}

	@SuppressWarnings("unchecked")
	private static <D> D owned(D details, Ownership otherwise) {
		Owned<D> owned = (Owned<D>) details;
		return owned.ownedBy(owned.ownership().or(otherwise));
	}

	/**
	 * Checks the owner and the team of a changed record of the given type.
	 * @throws ProblemException with status 403 if the owner or the team changes and the
	 * record was or would be outside the caller's scope
	 */
	public static void checkChange(Class<?> type, Object before, Object after) {
		Guarded guarded = owning(type);
		if (guarded != null) {
			check(guarded, ((Owned<?>) before).ownership(), ((Owned<?>) after).ownership());
		}
	}

	private static void check(Guarded guarded, @Nullable Ownership before, Ownership after) {
		Caller caller = Callers.current();
		Scope scope = AccessLevel.SHARE.scope(guarded, caller);
		if (scope == Scope.ALL || after.equals(before)) {
			return;
		}
		Set<UUID> teams = caller.teams();
		UUID team = after.teamId();
		boolean teamAllowed = team == null || teams.contains(team)
				|| (before != null && Objects.equals(team, before.teamId()));
		if (!teamAllowed || !reaches(scope, caller, teams, after)
				|| (before != null && !reaches(scope, caller, teams, before))) {
			throw Access.forbidden();
		}
	}

	static boolean reaches(@Nullable Scope scope, Caller caller, Set<UUID> teams, Ownership ownership) {
		boolean own = scope != null && caller.userId() != null && caller.userId().equals(ownership.ownerId());
		return own || (scope == Scope.TEAM && ownership.teamId() != null && teams.contains(ownership.teamId()));
	}

}
