package io.kehu.migration.live;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.kehu.migration.matching.RecordReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A merged row as a new customer, or as a change of an existing one that keeps everything
 * the row does not contain.
 *
 * @param values the values of the row
 * @param keys the external ids of the records that it was merged from
 */
record CustomerRow(Map<CustomerField, String> values, List<RecordReference> keys) {

	/** Returns the body of a bulk load. */
	ObjectNode details(JsonMapper json, String kind) {
		ObjectNode details = json.createObjectNode().put("kind", kind);
		CustomerField.PLAIN.forEach((field) -> put(details, field));
		put(details.putArray("emails"), "address", value(CustomerField.EMAIL));
		put(details.putArray("phones"), "number", value(CustomerField.PHONE));
		if (hasAddress()) {
			details.putArray("addresses").add(address(json));
		}
		ArrayNode ids = details.putArray("externalIds");
		this.keys.forEach((key) -> ids.addObject().put("system", key.source()).put("id", key.key()));
		return details;
	}

	/**
	 * Returns the merge patch that brings a customer in line with the row; empty if it
	 * already is.
	 */
	ObjectNode patch(JsonMapper json, JsonNode customer) {
		ObjectNode patch = json.createObjectNode();
		for (CustomerField field : CustomerField.PLAIN) {
			String value = value(field);
			if (value != null && !value.equals(customer.path(field.toString()).asString(""))) {
				patch.put(field.toString(), value);
			}
		}
		join(patch, customer, "emails", "address", value(CustomerField.EMAIL));
		join(patch, customer, "phones", "number", value(CustomerField.PHONE));
		ObjectNode address = address(json);
		boolean there = customer.path("addresses").valueStream().anyMatch((one) -> covers(one, address));
		if (hasAddress() && !there) {
			patch.set("addresses", copy(json, customer.path("addresses")).add(address));
		}
		ArrayNode ids = copy(json, customer.path("externalIds"));
		int before = ids.size();
		for (RecordReference key : this.keys) {
			ObjectNode id = json.createObjectNode().put("system", key.source()).put("id", key.key());
			if (ids.valueStream().noneMatch(id::equals)) {
				ids.add(id);
			}
		}
		if (ids.size() > before) {
			patch.set("externalIds", ids);
		}
		return patch;
	}

	private @Nullable String value(CustomerField field) {
		return this.values.get(field);
	}

	private boolean hasAddress() {
		return CustomerField.ADDRESS.stream()
			.anyMatch((field) -> field != CustomerField.COUNTRY && this.values.containsKey(field));
	}

	private ObjectNode address(JsonMapper json) {
		ObjectNode address = json.createObjectNode();
		CustomerField.ADDRESS.forEach((field) -> put(address, field));
		return address;
	}

	private void put(ObjectNode node, CustomerField field) {
		String value = value(field);
		if (value != null) {
			node.put(field.toString(), value);
		}
	}

	private static void put(ArrayNode array, String name, @Nullable String value) {
		if (value != null) {
			array.addObject().put(name, value).put("primary", true);
		}
	}

	private static void join(ObjectNode patch, JsonNode customer, String list, String name, @Nullable String value) {
		if (value == null || customer.path(list)
			.valueStream()
			.anyMatch((one) -> plain(one.path(name).asString("")).equals(plain(value)))) {
			return;
		}
		ArrayNode all = patch.putArray(list);
		customer.path(list).forEach(all::add);
		all.addObject().put(name, value).put("primary", all.size() == 1);
	}

	/** Normalises an e-mail address or phone number for comparison. */
	private static String plain(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("[\\s()/-]", "");
	}

	private static boolean covers(JsonNode present, ObjectNode wanted) {
		return wanted.properties()
			.stream()
			.allMatch((part) -> Objects.equals(plain(part.getValue().asString()),
					plain(present.path(part.getKey()).asString(""))));
	}

	private static ArrayNode copy(JsonMapper json, JsonNode array) {
		ArrayNode copy = json.createArrayNode();
		array.forEach(copy::add);
		return copy;
	}

}
