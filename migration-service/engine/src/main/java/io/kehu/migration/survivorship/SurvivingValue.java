package io.kehu.migration.survivorship;

import java.util.List;

import io.kehu.migration.matching.RecordReference;
import org.jspecify.annotations.Nullable;

/**
 * A value that survived, with its lineage.
 *
 * @param field its field
 * @param value the value, or null if the record that it is taken from has none, whereas
 * others have
 * @param from the record it is from
 * @param rule how it was chosen
 * @param others the values that did not survive
 */
public record SurvivingValue(String field, @Nullable String value, RecordReference from, SurvivorshipRule.Kind rule,
		List<String> others) {

	public SurvivingValue {
		others = List.copyOf(others);
	}

}
