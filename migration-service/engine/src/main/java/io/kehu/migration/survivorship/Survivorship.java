package io.kehu.migration.survivorship;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
		SurvivorCandidate common = group.choose(this.otherwise, fields, records);
		List<SurvivingValue> values = new ArrayList<>();
		for (String field : fields) {
			SurvivorshipRule rule = this.rules.getOrDefault(field, this.otherwise);
			SurvivorCandidate winner = group.contains(field) ? common : rule.choose(field, records);
			String value = (winner != null) ? winner.value(field) : null;
			List<String> others = others(field, value, records);
			if (winner != null && (value != null || !others.stream().allMatch((other) -> group.has(winner, other)))) {
				values.add(new SurvivingValue(field, value, winner.reference(), rule.kind(), others));
			}
		}
		return new Survivor(records.stream().map(SurvivorCandidate::reference).toList(), values);
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
