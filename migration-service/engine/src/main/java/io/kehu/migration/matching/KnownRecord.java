package io.kehu.migration.matching;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A record from elsewhere, such as a live customer, to link others against.
 *
 * @param key names it from run to run
 * @param entity the entity that it is known to mean, null when that is not known; live
 * customers are entities of their own
 * @param fields its values by the names of their columns; blank ones count as missing
 */
public record KnownRecord(String key, @Nullable String entity, Map<String, String> fields) {

	public KnownRecord {
		fields = Map.copyOf(fields);
	}

	/** Returns a record that is the only one of its entity, named by its key. */
	public static KnownRecord ofEntity(String key, Map<String, String> fields) {
		return new KnownRecord(key, key, fields);
	}

}
