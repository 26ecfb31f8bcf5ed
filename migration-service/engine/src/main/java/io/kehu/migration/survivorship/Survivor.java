package io.kehu.migration.survivorship;

import java.util.List;

import io.kehu.migration.matching.RecordReference;

/**
 * The one record that the records of a cluster have become.
 *
 * @param merged the records merged, in order
 * @param values the values, in the order of the fields; fields that all records leave
 * empty are left out
 */
public record Survivor(List<RecordReference> merged, List<SurvivingValue> values) {

	public Survivor {
		merged = List.copyOf(merged);
		values = List.copyOf(values);
	}

}
