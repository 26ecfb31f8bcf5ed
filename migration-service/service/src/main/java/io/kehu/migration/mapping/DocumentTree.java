package io.kehu.migration.mapping;

import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON document that is filled field by field. Objects within it, such as addresses,
 * that have nothing but constants are left out.
 */
final class DocumentTree {

	private static final String CUSTOM_FIELDS = "customFields";

	private final Map<String, DocumentTree> members = new TreeMap<>(DocumentTree::compare);

	private JsonNode value = JsonNodeFactory.instance.missingNode();

	private boolean constant;

	/** Indexes are compared as numbers. */
	private static int compare(String one, String other) {
		boolean indexes = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
		return indexes ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other)) : one.compareTo(other);
	}

	/**
	 * Puts a value at a place.
	 * @param pointer the place
	 * @param newValue the value
	 * @param isConstant whether all records have it
	 */
	void put(String pointer, JsonNode newValue, boolean isConstant) {
		DocumentTree place = this;
		for (String member : pointer.substring(1).split("/", -1)) {
			place = place.members.computeIfAbsent(member, (name) -> new DocumentTree());
		}
		place.value = newValue;
		place.constant = isConstant;
	}

	ObjectNode document() {
		ObjectNode document = JsonNodeFactory.instance.objectNode();
		this.members.forEach((name, member) -> {
			if (member.isKept(name)) {
				document.set(name, member.node());
			}
		});
		return document;
	}

	private JsonNode node() {
		if (this.members.isEmpty()) {
			return this.value;
		}
		if (!isList()) {
			return document();
		}
		ArrayNode list = JsonNodeFactory.instance.arrayNode();
		this.members.forEach((index, member) -> {
			if (member.isKept(index)) {
				list.add(member.node());
			}
		});
		return list;
	}

	private boolean isList() {
		return this.members.keySet().stream().allMatch((name) -> Character.isDigit(name.charAt(0)));
	}

	private boolean isKept(String name) {
		if (this.members.isEmpty() || name.equals(CUSTOM_FIELDS)) {
			return true;
		}
		return isList()
				? this.members.entrySet().stream().anyMatch((member) -> member.getValue().isKept(member.getKey()))
				: hasOwnValue();
	}

	private boolean hasOwnValue() {
		return this.members.isEmpty() ? !this.constant
				: this.members.values().stream().anyMatch(DocumentTree::hasOwnValue);
	}

}
