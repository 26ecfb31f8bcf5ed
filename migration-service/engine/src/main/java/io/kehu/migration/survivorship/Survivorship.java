package io.kehu.migration.survivorship;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one record of the records of a cluster, field by field.
 *
 * @param rules rules by field
 * @param otherwise the rule of all other fields
 */
public record Survivorship(Map<String, SurvivorshipRule> rules, SurvivorshipRule otherwise) {

	public Survivorship {
		rules = Map.copyOf(rules);
	}

	/**
	 * Merges the records of a cluster.
	 * @param fields the fields in order
	 * @param records at least one, in order
	 * @return the surviving values with where each is from
	 */
	public Survivor merge(List<String> fields, List<Candidate> records) {
		if (records.isEmpty()) {
			throw new IllegalArgumentException("There is nothing to merge");
		}
		List<SurvivingValue> values = new ArrayList<>();
		for (String field : fields) {
			SurvivorshipRule rule = this.rules.getOrDefault(field, this.otherwise);
			Candidate winner = rule.choose(field, records);
			String value = (winner != null) ? winner.value(field) : null;
			if (winner != null && value != null) {
				values.add(new SurvivingValue(field, value, winner.reference(), rule.kind(),
						others(field, value, records)));
			}
		}
		return new Survivor(records.stream().map(Candidate::reference).toList(), values);
	}

	/** Returns the values that did not survive. */
	private static List<String> others(String field, String chosen, List<Candidate> records) {
		Set<String> others = new LinkedHashSet<>();
		for (Candidate record : records) {
			String value = record.value(field);
			if (value != null && !value.equals(chosen)) {
				others.add(value);
			}
		}
		return List.copyOf(others);
	}

}
