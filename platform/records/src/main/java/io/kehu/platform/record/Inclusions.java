package io.kehu.platform.record;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The references of one kind of record whose records a list can include.
 *
 * @param <R> the entity
 */
final class Inclusions<R> {

	private static final String SUFFIX = "Id";

	private final Map<String, Inclusion<R>> inclusions = new LinkedHashMap<>();

	/**
	 * Adds a reference.
	 * @param field the name of the field in JSON; without its suffix, it is the name of
	 * the inclusion
	 */
	void add(String field, Function<R, @Nullable UUID> id, Supplier<? extends Includable> target) {
		String name = field.endsWith(SUFFIX) ? field.substring(0, field.length() - SUFFIX.length()) : field;
		this.inclusions.put(name, new Inclusion<>(id, target));
	}

	Collection<String> names() {
		return this.inclusions.keySet();
	}

	/** Returns the ids that some of the references of these records refer to. */
	Map<String, Set<UUID>> ids(List<R> records, Set<String> wanted) {
		Map<String, Set<UUID>> all = new LinkedHashMap<>();
		for (String name : wanted) {
			all.put(name,
					records.stream()
						.<@Nullable UUID>map(Objects.requireNonNull(this.inclusions.get(name)).id())
						.filter(Objects::nonNull)
						.map(Objects::requireNonNull)
						.collect(Collectors.toSet()));
		}
		return all;
	}

	/** Returns the records with these ids, each once, with one query per reference. */
	Map<String, List<?>> read(Map<String, Set<UUID>> ids) {
		Map<String, List<?>> included = new LinkedHashMap<>();
		ids.forEach((name, wanted) -> included.put(name,
				Objects.requireNonNull(this.inclusions.get(name)).target().get().readable(wanted)));
		return included;
	}

	/**
	 * A reference that can be included.
	 */
	private record Inclusion<R>(Function<R, @Nullable UUID> id, Supplier<? extends Includable> target) {
	}

}
