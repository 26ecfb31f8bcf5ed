package io.kehu.platform.record;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The id of a record in another system.
 *
 * @param system the other system
 * @param id the record's id in that system
 */
@Embeddable
public record ExternalId(@Column(name = "system") @NotNull @Pattern(regexp = "[a-z][a-z0-9._-]{0,49}") String system,
		@Column(name = "external_id") @NotNull @Size(min = 1, max = 200) String id) {

	private static final Comparator<ExternalId> BY_SYSTEM = Comparator.comparing(ExternalId::system)
		.thenComparing(ExternalId::id);

	/**
	 * Returns the external ids without duplicates, in the order used in responses.
	 */
	public static List<ExternalId> sorted(Collection<ExternalId> ids) {
		return union(ids, List.of());
	}

	static List<ExternalId> union(Iterable<ExternalId> some, Iterable<ExternalId> others) {
		TreeSet<ExternalId> all = new TreeSet<>(BY_SYSTEM);
		some.forEach(all::add);
		others.forEach(all::add);
		return List.copyOf(all);
	}

	/**
	 * Replaces the content of a stored set, modifying only the rows that differ.
	 */
	public static void replace(Set<ExternalId> stored, Collection<ExternalId> wanted) {
		stored.retainAll(Set.copyOf(wanted));
		stored.addAll(wanted);
	}

	/**
	 * Returns system and id as one string, separated by a colon; names of systems contain
	 * no colon.
	 */
	public String key() {
		return this.system + ":" + this.id;
	}

}
