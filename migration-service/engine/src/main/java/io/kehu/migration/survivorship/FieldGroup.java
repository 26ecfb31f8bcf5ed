package io.kehu.migration.survivorship;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.kehu.migration.table.MissingWords;
import org.jspecify.annotations.Nullable;

/**
 * Fields that only mean something together, such as those of an address, so that their
 * values come from one record.
 *
 * @param parts the meaning of each field; fields of several sources may mean the same,
 * such as "street" and "line1"
 * @param weak the parts that say too little alone, such as a country
 */
public record FieldGroup(Map<String, String> parts, Set<String> weak) {

	static final FieldGroup NONE = new FieldGroup(Map.of(), Set.of());

	public FieldGroup {
		parts = Map.copyOf(parts);
		weak = Set.copyOf(weak);
	}

	/** Returns whether a field belongs to the group. */
	boolean contains(String field) {
		return this.parts.containsKey(field);
	}

	/** Returns the group without some of its fields. */
	FieldGroup without(Set<String> others) {
		return new FieldGroup(this.parts.entrySet()
			.stream()
			.filter((part) -> !others.contains(part.getKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)), this.weak);
	}

	/**
	 * Returns the record whose values survive, or null when no record has any: the one
	 * that a rule chooses, or one that says the same and more.
	 */
	@Nullable SurvivorCandidate choose(SurvivorshipRule rule, List<String> fields, List<SurvivorCandidate> records) {
		List<String> own = fields.stream().filter(this::contains).toList();
		SurvivorCandidate best = rule.choose((record) -> text(own, record), telling(records));
		for (SurvivorCandidate record : records) {
			if (best != null && count(record) > count(best) && includes(record, best)) {
				best = record;
			}
		}
		return best;
	}

	/** Returns whether a record has a value of the group in any of its fields. */
	boolean has(SurvivorCandidate record, String value) {
		String folded = folded(value);
		return told(record).values().stream().anyMatch((values) -> values.contains(folded));
	}

	/** Returns the records that say more than weak parts do, or all if none does. */
	private List<SurvivorCandidate> telling(List<SurvivorCandidate> records) {
		List<SurvivorCandidate> telling = records.stream()
			.filter((record) -> !this.weak.containsAll(told(record).keySet()))
			.toList();
		return telling.isEmpty() ? records : telling;
	}

	private static String text(List<String> fields, SurvivorCandidate record) {
		StringBuilder text = new StringBuilder();
		for (String field : fields) {
			String value = record.value(field);
			text.append((value != null) ? value.strip() + "\n" : "");
		}
		return text.toString().strip();
	}

	private int count(SurvivorCandidate record) {
		return told(record).values().stream().mapToInt(Set::size).sum();
	}

	private boolean includes(SurvivorCandidate record, SurvivorCandidate other) {
		Map<String, Set<String>> told = told(record);
		return told(other).entrySet()
			.stream()
			.allMatch((part) -> told.getOrDefault(part.getKey(), Set.of()).containsAll(part.getValue()));
	}

	private Map<String, Set<String>> told(SurvivorCandidate record) {
		Map<String, Set<String>> told = new HashMap<>();
		this.parts.forEach((field, part) -> {
			String value = record.value(field);
			if (value != null && !MissingWords.containsForCertain(value)) {
				told.computeIfAbsent(part, (absent) -> new HashSet<>()).add(folded(value));
			}
		});
		return told;
	}

	private static String folded(String value) {
		return value.strip().toLowerCase(Locale.ROOT);
	}

}
