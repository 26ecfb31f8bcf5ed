package io.kehu.migration.survivorship;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Makes one record of the records of a cluster, field by field. Fields that only mean
 * something together, such as those of an address, all come from one record.
 *
 * @param rules rules by field
 * @param otherwise the rule of all other fields
 * @param together the fields that survive together, unless they have rules
 */
public record Survivorship(Map<String, SurvivorshipRule> rules, SurvivorshipRule otherwise, FieldGroup together) {

	public Survivorship {
		rules = Map.copyOf(rules);
	}

	public Survivorship(Map<String, SurvivorshipRule> rules, SurvivorshipRule otherwise) {
		this(rules, otherwise, FieldGroup.NONE);
	}

	/** Returns these rules with fields that survive together. */
	public Survivorship with(FieldGroup group) {
		return new Survivorship(this.rules, this.otherwise, group);
	}

	/**
	 * Merges the records of a cluster.
	 * @param fields the fields in order
	 * @param records at least one, in order
	 * @return the surviving values with where each is from
	 */
	public Survivor merge(List<String> fields, List<SurvivorCandidate> records) {
		if (records.isEmpty()) {
			throw new IllegalArgumentException("There is nothing to merge");
		}
		FieldGroup group = this.together.without(this.rules.keySet());
		SurvivorCandidate common = common(group, fields, records);
		List<SurvivingValue> values = new ArrayList<>();
		for (String field : fields) {
			SurvivorshipRule rule = this.rules.getOrDefault(field, this.otherwise);
			SurvivorCandidate winner = group.fields().contains(field) ? common : rule.choose(field, records);
			if (winner != null && records.stream().anyMatch((record) -> record.value(field) != null)) {
				String value = winner.value(field);
				values.add(new SurvivingValue(field, value, winner.reference(), rule.kind(),
						others(field, value, records)));
			}
		}
		return new Survivor(records.stream().map(SurvivorCandidate::reference).toList(), values);
	}

	/**
	 * Returns the record whose values of a group of fields survive, or null when no
	 * record has any: the one that the rule chooses, or one that says the same and more.
	 */
	private @Nullable SurvivorCandidate common(FieldGroup together, List<String> fields,
			List<SurvivorCandidate> records) {
		List<String> group = fields.stream().filter(together.fields()::contains).toList();
		SurvivorCandidate best = this.otherwise.choose((record) -> group.stream()
			.map((field) -> Objects.requireNonNullElse(record.value(field), "").strip())
			.filter((value) -> !value.isEmpty())
			.collect(Collectors.joining("\n")), together.telling(records));
		for (SurvivorCandidate record : records) {
			if (best != null && count(group, record) > count(group, best) && includes(group, record, best)) {
				best = record;
			}
		}
		return best;
	}

	private static long count(List<String> group, SurvivorCandidate record) {
		return group.stream().filter((field) -> record.value(field) != null).count();
	}

	private static boolean includes(List<String> group, SurvivorCandidate record, SurvivorCandidate other) {
		return group.stream().allMatch((field) -> {
			String value = other.value(field);
			String own = record.value(field);
			return value == null || (own != null && own.strip().equalsIgnoreCase(value.strip()));
		});
	}

	/** Returns the values that did not survive. */
	private static List<String> others(String field, @Nullable String chosen, List<SurvivorCandidate> records) {
		Set<String> others = new LinkedHashSet<>();
		for (SurvivorCandidate record : records) {
			String value = record.value(field);
			if (value != null && !value.equals(chosen)) {
				others.add(value);
			}
		}
		return List.copyOf(others);
	}

}
