package io.kehu.migration.mapping;

import java.util.Map;

import io.kehu.migration.move.database.JoinedQuery;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of an entity are read and mapped.
 *
 * @param entity the entity
 * @param system the system in the external ids of its records
 * @param query reads its rows
 * @param condition the condition in SQL on the rows that count, or null
 * @param mapper maps them
 * @param lines how the lines of its orders are read and mapped, or null
 * @param customFields the custom fields to define, by their keys
 */
public record EntityPlan(EntityMapping entity, String system, JoinedQuery query, @Nullable String condition,
		RowMapper mapper, @Nullable LinePlan lines, Map<String, NewCustomField> customFields) {

	/**
	 * How lines are read and mapped.
	 *
	 * @param query reads them, with the key of their order as key
	 * @param mapper maps them
	 */
	public record LinePlan(JoinedQuery query, RowMapper mapper) {
	}

}
