package io.kehu.platform.record;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;

/**
 * Checks that the records that details refer to exist, and that the caller has access to
 * them. A reference that does not change is not checked again.
 *
 * @param field the name of the field in JSON
 * @param id returns the id that the details refer to, or null
 * @param target the records that are referred to
 * @param level the access that the caller needs to these records
 */
record ReferenceCheck<D>(String field, Function<D, @Nullable UUID> id, Referable target,
		AccessLevel level) implements ChunkCheck<D> {

	@Override
	public RecordCheck<D> prepare(Collection<D> chunk) {
		Supplier<Set<UUID>> found = found(chunk, this.id, (ids) -> this.target.referable(ids, this.level));
		return (candidate) -> {
			UUID referred = this.id.apply(candidate.details());
			if (referred != null && candidate.changes(this.id) && !found.get().contains(referred)) {
				throw ProblemException.invalid("/" + this.field, "unknown_reference",
						"there is no %s with this id".formatted(this.target.subject()));
			}
		};
	}

	/**
	 * Finds the records that a chunk refers to, with one query. That of a single record
	 * is only executed once it is needed, so that a change of other fields does not cost
	 * it; a chunk is queried before any of its records change.
	 */
	static <D> Supplier<Set<UUID>> found(Collection<D> chunk, Function<D, @Nullable UUID> id,
			UnaryOperator<Set<UUID>> query) {
		Set<UUID> wanted = chunk.stream()
			.<@Nullable UUID>map(id)
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.collect(Collectors.toSet());
		SingletonSupplier<Set<UUID>> found = SingletonSupplier
			.of(() -> wanted.isEmpty() ? Set.of() : query.apply(wanted));
		if (chunk.size() > 1) {
			found.obtain();
		}
		return found::obtain;
	}

}
