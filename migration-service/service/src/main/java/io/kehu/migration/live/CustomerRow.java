package io.kehu.migration.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.matching.RecordReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A merged row as a new customer, or as a change of an existing one that keeps everything
 * the row does not contain.
 *
 * @param values the values of the row
 * @param more further values of fields of which a customer has several
 * @param unused remarks on values that are not used
 * @param keys the external ids of the records that it was merged from
 */
record CustomerRow(Map<CustomerField, String> values, Map<CustomerField, Set<String>> more, List<String> unused,
		List<RecordReference> keys) {

	CustomerRow(RowValues values, List<RecordReference> keys) {
		this(values.values(), values.more(), values.unused(), keys);
	}

	/** Returns the line of a bulk load. */
	RowPlan details(JsonMapper json, String kind) {
		ObjectNode details = json.createObjectNode().put("kind", kind);
		CustomerField.PLAIN.forEach((field) -> put(details, field));
		details.putArray("emails");
		details.putArray("phones");
		if (hasAddress()) {
			details.putArray("addresses").add(address(json));
		}
		details.putArray("externalIds");
		RowPlan plan = RowPlan.of(details);
		joinAll(plan, json, details);
		addKeys(plan, json, details.path("externalIds"));
		return plan;
	}

	/**
	 * Returns the merge patch that brings a customer in line with the row; empty if it
	 * already is.
	 * @param fill whether the customer keeps its values, so that only gaps are filled
	 */
	RowPlan patch(JsonMapper json, JsonNode customer, boolean fill) {
		RowPlan plan = RowPlan.of(json.createObjectNode());
		putPlain(plan, customer, fill);
		joinAll(plan, json, customer);
		if (hasAddress()) {
			PostalAddress.join(plan, customer.path("addresses"), address(json));
		}
		addKeys(plan, json, customer.path("externalIds"));
		return plan;
	}

	private void putPlain(RowPlan plan, JsonNode customer, boolean fill) {
		List<String> kept = new ArrayList<>();
		for (CustomerField field : CustomerField.PLAIN) {
			String value = value(field);
			String present = customer.path(field.toString()).asString("");
			if (value == null || value.equals(present)) {
				continue;
			}
			if (fill && !present.isEmpty()) {
				kept.add(field.toString());
			}
			else {
				plan.body().put(field.toString(), value);
			}
		}
		if (!kept.isEmpty()) {
			plan.remarks().add("the customer keeps its own " + String.join(", ", kept));
		}
	}

	private void addKeys(RowPlan plan, JsonMapper json, JsonNode present) {
		for (RecordReference key : new LinkedHashSet<>(this.keys)) {
			ObjectNode id = json.createObjectNode().put("system", key.source()).put("id", key.key());
			if (present.valueStream().noneMatch(id::equals) && !plan.add("externalIds", present, id)) {
				plan.unkept().add(key);
			}
		}
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

	private void joinAll(RowPlan plan, JsonMapper json, JsonNode customer) {
		plan.remarks().addAll(this.unused);
		for (CustomerField field : List.of(CustomerField.EMAIL, CustomerField.PHONE)) {
			boolean email = field == CustomerField.EMAIL;
			join(plan, json, customer, email ? "emails" : "phones", email ? "address" : "number", value(field));
			this.more.getOrDefault(field, Set.of())
				.forEach((value) -> join(plan, json, customer, email ? "emails" : "phones",
						email ? "address" : "number", value));
		}
	}

	private static void join(RowPlan plan, JsonMapper json, JsonNode customer, String list, String name,
			@Nullable String value) {
		JsonNode present = plan.body().has(list) ? plan.body().path(list) : customer.path(list);
		if (value != null
				&& present.valueStream().noneMatch((one) -> plain(one.path(name).asString("")).equals(plain(value)))) {
			plan.addOrRemark(list, present, json.createObjectNode().put(name, value).put("primary", present.isEmpty()));
		}
	}

	/** Normalises a value for comparison. */
	static String plain(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("[\\s()/-]", "");
	}

}
