package io.kehu.migration.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Determines how the fields of a customer are restored after changes. A field that was
 * changed again since keeps its value; from a list, only the elements that the change
 * added are removed.
 *
 * @param patch the merge patch that restores the former values; empty if they are
 * restored
 * @param kept the fields that were changed since
 */
record FieldReversal(ObjectNode patch, List<String> kept) {

	/**
	 * Returns the reversal of several changes of a customer, between which others may
	 * have changed it.
	 * @param changes the changed fields of each change, oldest first, each with its
	 * values before and after
	 * @param current the customer as it is now
	 */
	static FieldReversal of(List<JsonNode> changes, JsonNode current, JsonMapper json) {
		ObjectNode state = (ObjectNode) current.deepCopy();
		Set<String> restored = new HashSet<>();
		Map<String, JsonNode> former = new LinkedHashMap<>();
		changes.forEach((fields) -> fields
			.forEach((field) -> former.putIfAbsent(field.get("field").asString(), field.path("from"))));
		former.forEach((field, from) -> {
			if (same(current.path(field), from)) {
				restored.add(field);
			}
		});
		Set<String> kept = new LinkedHashSet<>();
		for (int i = changes.size() - 1; i >= 0; i--) {
			FieldReversal step = new FieldReversal(json.createObjectNode(), new ArrayList<>());
			for (JsonNode change : changes.get(i)) {
				String field = change.get("field").asString();
				if (!restored.contains(field)) {
					step.add(field, change.path("from"), change.path("to"), state.path(field), json);
				}
			}
			step.patch().properties().forEach((part) -> state.set(part.getKey(), part.getValue()));
			kept.addAll(step.kept());
		}
		ObjectNode patch = json.createObjectNode();
		former.keySet()
			.stream()
			.filter((field) -> !same(state.path(field), current.path(field)))
			.forEach((field) -> patch.set(field, state.path(field)));
		return new FieldReversal(patch, List.copyOf(kept));
	}

	private void add(String field, JsonNode from, JsonNode to, JsonNode now, JsonMapper json) {
		if (same(now, from)) {
			return;
		}
		if (same(now, to)) {
			this.patch.set(field, from.isMissingNode() ? json.nullNode() : from);
			return;
		}
		if (!now.isArray() || !to.isArray()) {
			this.kept.add(field);
			return;
		}
		List<JsonNode> added = without(to, from);
		ArrayNode rest = json.createArrayNode();
		without(now, json.createArrayNode().addAll(added)).forEach(rest::add);
		without(from, to).stream().filter((one) -> !contains(rest, one)).forEach(rest::add);
		if (!same(rest, now)) {
			this.patch.set(field, rest);
		}
		if (!added.stream().allMatch((one) -> contains(now, one))) {
			this.kept.add(field);
		}
	}

	private static List<JsonNode> without(JsonNode list, JsonNode others) {
		return list.valueStream().filter((one) -> !contains(others, one)).toList();
	}

	private static boolean contains(JsonNode list, JsonNode element) {
		return list.valueStream().anyMatch((one) -> same(one, element));
	}

	/** Compares numbers by value, and takes an empty list for none. */
	private static boolean same(JsonNode one, JsonNode other) {
		if (isNone(one) || isNone(other)) {
			return isNone(one) && isNone(other);
		}
		return one.equals((left, right) -> {
			if (left.isNumber() && right.isNumber()) {
				return left.decimalValue().compareTo(right.decimalValue());
			}
			return left.equals(right) ? 0 : 1;
		}, other);
	}

	private static boolean isNone(JsonNode value) {
		return value.isNull() || value.isMissingNode() || (value.isContainer() && value.isEmpty());
	}

}
