package io.kehu.migration.survivorship;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fields that only mean something together, such as those of an address, so that their
 * values come from one record.
 *
 * @param fields all of the fields
 * @param weak those of the fields that say too little alone, such as a country
 */
public record FieldGroup(Set<String> fields, Set<String> weak) {

	static final FieldGroup NONE = new FieldGroup(Set.of(), Set.of());

	public FieldGroup {
		fields = Set.copyOf(fields);
		weak = Set.copyOf(weak);
	}

	/** Returns the records that say more than weak fields do, or all if none does. */
	List<SurvivorCandidate> telling(List<SurvivorCandidate> records) {
		List<SurvivorCandidate> telling = records.stream()
			.filter((record) -> this.fields.stream()
				.anyMatch((field) -> !this.weak.contains(field) && record.value(field) != null))
			.toList();
		return telling.isEmpty() ? records : telling;
	}

	/** Returns the group without some of its fields. */
	FieldGroup without(Set<String> others) {
		return new FieldGroup(remaining(this.fields, others), remaining(this.weak, others));
	}

	private static Set<String> remaining(Set<String> fields, Set<String> others) {
		return fields.stream().filter((field) -> !others.contains(field)).collect(Collectors.toSet());
	}

}
