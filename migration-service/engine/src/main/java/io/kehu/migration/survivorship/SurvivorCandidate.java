package io.kehu.migration.survivorship;

import java.time.Instant;
import java.util.Map;

import io.kehu.migration.matching.RecordReference;
import org.jspecify.annotations.Nullable;

/**
 * A record of a cluster, as a source of values.
 *
 * @param reference the reference to the record
 * @param changed when it was last changed, or null when unknown
 * @param values a text a field; absent and blank mean that it has none
 */
public record SurvivorCandidate(RecordReference reference, @Nullable Instant changed, Map<String, String> values) {

	public SurvivorCandidate {
		values = Map.copyOf(values);
	}

	/** Returns the value of a field, or null when it has none. */
	@Nullable String value(String field) {
		String value = this.values.get(field);
		return (value == null || value.isBlank()) ? null : value;
	}

}
