package io.kehu.platform.record;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.kehu.platform.id.Ids;
import io.kehu.platform.idempotency.OutsideWork;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Looks up the records of another service that details refer to, before the transaction
 * of a change begins.
 *
 * @param field the name of the field in JSON
 * @param id returns the id that the details refer to, or null
 * @param begin looks up ids, and returns what forgets the result
 */
record OutsideLookup<D>(String field, Function<D, @Nullable UUID> id, Function<Set<UUID>, Runnable> begin) {

	/** Returns a lookup that does nothing. */
	static <D> OutsideLookup<D> none() {
		return new OutsideLookup<>("", (details) -> null, (ids) -> () -> {
		});
	}

	/** Runs a change to these details. */
	<T> T around(Collection<D> details, Supplier<T> change) {
		return run(details.stream()
			.<@Nullable UUID>map(this.id)
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.collect(Collectors.toSet()), change);
	}

	/** Runs a change by a patch. An id that is not valid is refused by the change. */
	<T> T around(JsonNode patch, Supplier<T> change) {
		return run(ids(patch.path(this.field)), change);
	}

	private static Set<UUID> ids(JsonNode value) {
		try {
			return value.isString() ? Set.of(Ids.parse(value.asString())) : Set.of();
		}
		catch (IllegalArgumentException ex) {
			return Set.of();
		}
	}

	private <T> T run(Set<UUID> ids, Supplier<T> change) {
		if (ids.isEmpty()) {
			return change.get();
		}
		Runnable end = OutsideWork.call(() -> this.begin.apply(ids));
		try {
			return change.get();
		}
		finally {
			end.run();
		}
	}

}
