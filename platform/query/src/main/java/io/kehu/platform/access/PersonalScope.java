package io.kehu.platform.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.platform.security.Callers;
import io.kehu.platform.security.Scope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import org.jspecify.annotations.Nullable;

/**
 * The records whose personal data the caller sees in clear. If that is limited to a
 * scope, changes that would bring a record of which the caller sees masks into the scope
 * are refused: no authorized user would have decided that the caller sees the data.
 */
public final class PersonalScope {

	private final Access access;

	private final EntityManager entities;

	PersonalScope(Access access, EntityManager entities) {
		this.access = access;
		this.entities = entities;
	}

	/** Returns which of these records a permission of the caller covers. */
	public Set<UUID> covered(Class<?> type, String permission, Collection<UUID> ids) {
		return covered(type, permission, ids, FlushModeType.AUTO);
	}

	private Set<UUID> covered(Class<?> type, String permission, Collection<UUID> ids, FlushModeType mode) {
		Restriction covered = this.access.covered(type, permission, "r");
		if (covered.unconditional() || ids.isEmpty()) {
			return covered.equals(Restriction.NONE) ? Set.copyOf(ids) : Set.of();
		}
		Guarded guarded = Access.guarded(type);
		return select("%s r where %s".formatted(guarded.table(), guarded.row()), covered, ids, mode);
	}

	private Set<UUID> select(String from, Restriction restriction, Collection<UUID> ids, FlushModeType mode) {
		Query query = this.entities
			.createNativeQuery("select r.id from %s and %s".formatted(from, restriction.sql()), UUID.class)
			.setFlushMode(mode);
		return Access.results(query, restriction, ids).stream().map(UUID.class::cast).collect(Collectors.toSet());
	}

	/**
	 * Checks the owner and the team of a changed record. It counts what the caller saw
	 * before the transaction.
	 * @throws io.kehu.platform.problem.ProblemException with status 403 if the record
	 * would come into the scope of the caller
	 */
	public void checkChange(Class<?> type, UUID id, Object before, Object after) {
		Guarded guarded = type.getAnnotation(Guarded.class);
		if (guarded != null && guarded.parent().isEmpty() && before instanceof Owned<?> was
				&& after instanceof Owned<?> is && !was.ownership().equals(is.ownership())
				&& reaches(type, is.ownership())) {
			requireSeen(type, List.of(id));
		}
	}

	/**
	 * Checks the parent of a changed record.
	 * @throws io.kehu.platform.problem.ProblemException as above
	 */
	public void checkParent(Class<?> type, UUID before, UUID after) {
		Scope scope = limited(type);
		if (scope != null && !before.equals(after)) {
			Guarded guarded = Access.guarded(type);
			Set<UUID> seen = select(guarded.parent() + " r where r.id = any(:records)",
					Access.owned(scope, SharedFor.READING, "r"), List.of(before, after), FlushModeType.COMMIT);
			if (seen.contains(after) && !seen.contains(before)) {
				throw Access.forbidden();
			}
		}
	}

	/**
	 * Checks that records may become part of another.
	 * @param outcome the owner and the team of the combined record
	 * @throws io.kehu.platform.problem.ProblemException with status 403 if the caller
	 * would see data in the combined record that is masked now
	 */
	public void checkMerge(Class<?> type, UUID into, Collection<UUID> others, Ownership outcome) {
		if (limited(type) != null && (reaches(type, outcome) || seen(type, List.of(into)).contains(into))) {
			List<UUID> all = new ArrayList<>(others);
			all.add(into);
			requireSeen(type, all);
		}
	}

	/** Checks that callers do not share a record with themselves to see more of it. */
	void checkShare(Class<?> type, UUID id, UUID grantee) {
		Scope scope = limited(type);
		if (scope != null && (grantee.equals(Callers.current().userId())
				|| (scope == Scope.TEAM && Callers.current().teams().contains(grantee)))) {
			requireSeen(type, List.of(id));
		}
	}

	private static boolean reaches(Class<?> type, Ownership ownership) {
		Scope scope = limited(type);
		return scope != null && Ownerships.reaches(scope, Callers.current(), Callers.current().teams(), ownership);
	}

	private void requireSeen(Class<?> type, Collection<UUID> ids) {
		if (!seen(type, ids).containsAll(ids)) {
			throw Access.forbidden();
		}
	}

	private Set<UUID> seen(Class<?> type, Collection<UUID> ids) {
		return covered(type, Access.guarded(type).personal(), ids, FlushModeType.COMMIT);
	}

	/** Returns the scope in which the caller sees personal data if it is limited. */
	private static @Nullable Scope limited(Class<?> type) {
		Guarded guarded = type.getAnnotation(Guarded.class);
		return (guarded == null || guarded.personal().isEmpty()) ? null
				: Callers.find()
					.flatMap((caller) -> caller.scope(guarded.personal()))
					.filter((scope) -> scope != Scope.ALL)
					.orElse(null);
	}

}
