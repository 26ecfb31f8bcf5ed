package io.kehu.platform.record;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Checks the parents of records of one kind: each exists, the caller has access to it,
 * and no record is above itself. Transactions that move a record wait for each other, so
 * that no two of them close a cycle.
 *
 * @param field the name of the field in JSON, whose column has the same name in snake
 * case
 * @param parent returns the id of the parent, or null
 */
record HierarchyCheck<D, R extends StoredRecord<V>, V extends RecordView>(String field,
		Function<D, @Nullable UUID> parent, RecordTable<R> table, RecordGuard<R, V> guard,
		RecordLocks locks) implements ChunkCheck<D> {

	@Override
	public RecordCheck<D> prepare(Collection<D> chunk) {
		Supplier<Set<UUID>> found = ReferenceCheck.found(chunk, this.parent,
				(ids) -> this.guard.referable(ids, AccessLevel.CHANGE, this.table::lockPresent));
		return (candidate) -> {
			UUID id = this.parent.apply(candidate.details());
			if (id != null && candidate.changes(this.parent)) {
				if (candidate.id() != null) {
					// Before the parents are locked, so that no two changes wait for each
					// other
					this.locks.lockHierarchy(this.guard.subject());
				}
				check(id, candidate.id(), found.get());
			}
		};
	}

	private void check(UUID id, @Nullable UUID child, Set<UUID> found) {
		String subject = this.guard.subject();
		if (!found.contains(id)) {
			throw ProblemException.invalid("/" + this.field, "unknown_reference",
					"there is no %s with this id that can be the parent".formatted(subject));
		}
		if (child != null && this.table.isAtOrBelow(RecordShape.snakeCase(this.field), id, child)) {
			throw ProblemException.invalid("/" + this.field, "cycle",
					"is this %s itself, or one below it".formatted(subject));
		}
	}

}
