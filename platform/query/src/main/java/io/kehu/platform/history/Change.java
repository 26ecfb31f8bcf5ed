package io.kehu.platform.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A change of a single field.
 *
 * @param field the name of the field
 * @param from the old value; JSON null if there was none
 * @param to the new value; JSON null if there is none
 */
public record Change(String field, JsonNode from, JsonNode to) {

	/** Fields that are excluded because they carry no information about the change. */
	private static final Set<String> BOOKKEEPING = Set.of("version", "updatedAt", "createdAt", "id");

	/**
	 * Returns the changes between two states of a record.
	 * @param before the previous state, or null if there was none
	 */
	public static List<Change> between(@Nullable JsonNode before, JsonNode after) {
		JsonNode missing = JsonNodeFactory.instance.nullNode();
		JsonNode old = (before != null) ? before : JsonNodeFactory.instance.objectNode();
		Set<String> names = new LinkedHashSet<>(old.propertyNames());
		names.addAll(after.propertyNames());
		List<Change> changes = new ArrayList<>();
		for (String name : names) {
			JsonNode from = old.has(name) ? old.get(name) : missing;
			JsonNode to = after.has(name) ? after.get(name) : missing;
			boolean empty = from.isNull() && to.isContainer() && to.isEmpty();
			if (!BOOKKEEPING.contains(name) && !from.equals(to) && !empty) {
				changes.add(new Change(name, from, to));
			}
		}
		return changes;
	}

}
