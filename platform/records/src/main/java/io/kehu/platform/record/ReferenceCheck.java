package io.kehu.platform.record;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.kehu.platform.access.AccessLevel;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

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
		Set<UUID> wanted = ids(chunk, this.id);
		Set<UUID> found = wanted.isEmpty() ? Set.of() : this.target.referable(wanted, this.level);
		return (candidate) -> {
			UUID referred = this.id.apply(candidate.details());
			if (referred != null && !found.contains(referred) && candidate.changes(this.id)) {
				throw ProblemException.invalid("/" + this.field, "unknown_reference",
						"there is no %s with this id".formatted(this.target.subject()));
			}
		};
	}

	static <D> Set<UUID> ids(Collection<D> chunk, Function<D, @Nullable UUID> id) {
		return chunk.stream()
			.<@Nullable UUID>map(id)
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.collect(Collectors.toSet());
	}

}
