package io.kehu.platform.record;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the parent from which access is derived lies within the scope of the
 * caller's permission to write. Moving a record also needs the scope for its former
 * parent; a share of that parent does not suffice.
 *
 * @param type the entity whose access is derived
 * @param parent returns the id of the parent
 */
record ParentScopeCheck<D>(Access access, Class<?> type, Function<D, @Nullable UUID> parent) implements ChunkCheck<D> {

	@Override
	public RecordCheck<D> prepare(Collection<D> chunk) {
		RecordCheck<D> revealing = this::checkPersonal;
		if (!this.access.restricted(this.type, AccessLevel.CHANGE)) {
			return revealing;
		}
		Supplier<Set<UUID>> within = ReferenceCheck.found(chunk, this.parent,
				(ids) -> this.access.reachParents(this.type, AccessLevel.CHANGE, ids));
		return (candidate) -> {
			UUID wanted = this.parent.apply(candidate.details());
			if (wanted != null && candidate.changes(this.parent)) {
				if (!within.get().contains(wanted)) {
					throw Access.forbidden();
				}
				checkLeaving(candidate.before());
			}
			revealing.check(candidate);
		};
	}

	/** Moving a record must not reveal its personal data to the caller. */
	private void checkPersonal(Candidate<D> candidate) {
		D before = candidate.before();
		UUID left = (before != null) ? this.parent.apply(before) : null;
		UUID wanted = this.parent.apply(candidate.details());
		if (left != null && wanted != null) {
			this.access.personal().checkParent(this.type, left, wanted);
		}
	}

	/** A share allows a caller to change records, but not to take them away. */
	private void checkLeaving(@Nullable D before) {
		UUID left = (before != null) ? this.parent.apply(before) : null;
		if (left != null && !this.access.reachParents(this.type, AccessLevel.SHARE, List.of(left)).contains(left)) {
			throw Access.forbidden();
		}
	}

}
