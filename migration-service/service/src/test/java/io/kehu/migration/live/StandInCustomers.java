package io.kehu.migration.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Customers in memory with their histories and merges, as customer-service keeps them.
 */
final class StandInCustomers {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** The name under which the service under test makes changes. */
	static final String SERVICE = "kehu-migration-service";

	private final Map<String, ObjectNode> present = new TreeMap<>();

	private final Map<String, ArrayNode> histories = new TreeMap<>();

	private final Map<String, Merge> merges = new LinkedHashMap<>();

	private final Map<String, String> mergedInto = new TreeMap<>();

	/** Never reset, since the ids of customers are unique. */
	private int made;

	Map<String, ObjectNode> present() {
		return this.present;
	}

	Map<String, String> mergedInto() {
		return this.mergedInto;
	}

	Map<String, Merge> merges() {
		return this.merges;
	}

	ArrayNode history(String id) {
		return this.histories.getOrDefault(id, JSON.createArrayNode());
	}

	void clear() {
		this.present.clear();
		this.histories.clear();
		this.merges.clear();
		this.mergedInto.clear();
	}

	String store(ObjectNode customer, Instant at, String actor) {
		String id = "%08x-0000-7000-8000-000000000000".formatted(++this.made);
		customer.put("id", id).put("version", 0).put("createdAt", at.toString()).put("updatedAt", at.toString());
		for (String list : List.of("emails", "phones", "addresses", "externalIds")) {
			customer.withArray(list);
		}
		customer.putObject("orderFigures").put("orderCount", 0);
		this.present.put(id, customer);
		record("registered", actor, JSON.createObjectNode(), customer);
		return id;
	}

	void change(String id, String action, String actor, ObjectNode fields) {
		ObjectNode customer = this.present.get(id);
		ObjectNode before = customer.deepCopy();
		fields.properties().forEach((field) -> {
			if (field.getValue().isNull()) {
				customer.remove(field.getKey());
			}
			else {
				customer.set(field.getKey(), field.getValue());
			}
		});
		customer.put("version", customer.get("version").asInt() + 1).put("updatedAt", Instant.now().toString());
		record(action, actor, before, customer);
	}

	private void record(String action, String actor, ObjectNode before, ObjectNode after) {
		ObjectNode entry = this.histories.computeIfAbsent(after.get("id").asString(), (id) -> JSON.createArrayNode())
			.addObject()
			.put("version", after.get("version").asInt())
			.put("at", Instant.now().toString())
			.put("actor", actor)
			.put("action", action);
		ArrayNode changes = entry.putArray("changes");
		TreeSet<String> fields = new TreeSet<>(before.propertyNames());
		fields.addAll(after.propertyNames());
		fields.removeAll(List.of("id", "version", "createdAt", "updatedAt", "orderFigures"));
		for (String field : fields) {
			JsonNode from = before.has(field) ? before.get(field) : JSON.nullNode();
			JsonNode to = after.has(field) ? after.get(field) : JSON.nullNode();
			if (!from.equals(to)) {
				ObjectNode change = changes.addObject().put("field", field);
				change.set("from", from.deepCopy());
				change.set("to", to.deepCopy());
			}
		}
	}

	static List<String> keys(ObjectNode customer) {
		return customer.get("externalIds")
			.valueStream()
			.map((id) -> id.get("system").asString() + ":" + id.get("id").asString())
			.toList();
	}

	/** Returns whether a customer has an external id that begins so. */
	static boolean hasKey(ObjectNode customer, String prefix) {
		return prefix.isEmpty() || keys(customer).stream().anyMatch((id) -> id.startsWith(prefix));
	}

	/** Returns which customers were merged into which. */
	String merged() {
		return this.mergedInto.entrySet()
			.stream()
			.map((one) -> one.getKey() + " in " + one.getValue())
			.sorted()
			.collect(Collectors.joining(", "));
	}

	/** Merges customers, and returns the id of the merge. */
	String merge(String survivor, List<String> ids) {
		List<ObjectNode> gone = new ArrayList<>();
		ObjectNode before = this.present.get(survivor).deepCopy();
		ObjectNode fields = JSON.createObjectNode();
		fields.set("externalIds", before.get("externalIds").deepCopy());
		for (String id : ids) {
			ObjectNode one = this.present.remove(id);
			one.get("externalIds").forEach(fields.withArray("externalIds")::add);
			gone.add(one);
			this.mergedInto.put(id, survivor);
		}
		change(survivor, "absorbed", SERVICE, fields);
		Merge merge = new Merge(UUID.randomUUID().toString(), survivor, before, gone, Instant.now());
		this.merges.put(merge.id(), merge);
		return merge.id();
	}

	void undo(Merge merge) {
		for (ObjectNode one : merge.gone()) {
			this.mergedInto.remove(one.get("id").asString());
			this.present.put(one.get("id").asString(), one);
		}
		ObjectNode fields = JSON.createObjectNode();
		fields.set("externalIds", merge.before().get("externalIds"));
		change(merge.survivor(), "released", SERVICE, fields);
		this.merges.remove(merge.id());
	}

	/**
	 * A merge that holds.
	 *
	 * @param id its id
	 * @param survivor the customer that remains
	 * @param before the survivor before it
	 * @param gone the merged customers
	 * @param at when
	 */
	record Merge(String id, String survivor, ObjectNode before, List<ObjectNode> gone, Instant at) {

		ObjectNode view() {
			ObjectNode view = JSON.createObjectNode()
				.put("id", this.id)
				.put("mergedAt", this.at.toString())
				.put("survivorId", this.survivor);
			this.gone.forEach((one) -> view.withArray("merged").add(one.get("id").asString()));
			return view;
		}

	}

}
