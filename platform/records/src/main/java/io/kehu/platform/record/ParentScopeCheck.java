package io.kehu.platform.record;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.kehu.platform.access.Access;
import io.kehu.platform.access.AccessLevel;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the parent from which access is derived lies within the scope of the
 * caller's permission to write.
 *
 * @param type the entity whose access is derived
 * @param parent returns the id of the parent
 */
record ParentScopeCheck<D>(Access access, Class<?> type, Function<D, @Nullable UUID> parent) implements ChunkCheck<D> {

	@Override
	public RecordCheck<D> prepare(Collection<D> chunk) {
		if (!this.access.restricted(this.type, AccessLevel.CHANGE)) {
			return (candidate) -> {
			};
		}
		Set<UUID> within = this.access.reachParents(this.type, AccessLevel.CHANGE,
				ReferenceCheck.ids(chunk, this.parent));
		return (candidate) -> {
			UUID wanted = this.parent.apply(candidate.details());
			if (wanted != null && !within.contains(wanted) && candidate.changes(this.parent)) {
				throw Access.forbidden();
			}
		};
	}

}
