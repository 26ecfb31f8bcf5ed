package io.kehu.migration.live;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.kehu.migration.matching.RecordReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a merged row does to a customer, and which of its values are not used.
 *
 * @param body the new customer or the merge patch of an existing one; empty if the
 * customer already has all values
 * @param remarks what is not used of the values, and why
 * @param unkept the external ids that the customer cannot have in addition
 */
record RowPlan(ObjectNode body, List<String> remarks, Set<RecordReference> unkept) {

	/** A customer has at most this many elements in each of its lists. */
	static final int MOST = 20;

	static RowPlan of(ObjectNode body) {
		return new RowPlan(body, new ArrayList<>(), new LinkedHashSet<>());
	}

	boolean isEmpty() {
		return this.body.isEmpty();
	}

	/**
	 * Adds an element to a list of the body, unless the list is full.
	 * @return whether it was added
	 */
	boolean add(String list, JsonNode present, JsonNode element) {
		JsonNode now = this.body.has(list) ? this.body.get(list) : present;
		if (now.size() >= MOST) {
			return false;
		}
		ArrayNode all = this.body.has(list) ? (ArrayNode) now : this.body.putArray(list).addAll(copy(now));
		all.add(element);
		return true;
	}

	/** Adds an element to a list of the body, or says that the list is full. */
	void addOrRemark(String list, JsonNode present, JsonNode element) {
		if (!add(list, present, element)) {
			this.remarks.add("the customer has %d %s, the maximum, so that of the row is left out"
				.formatted(present.size(), list));
		}
	}

	private static List<JsonNode> copy(JsonNode list) {
		return list.valueStream().toList();
	}

	/**
	 * Returns what a record must be told beside its outcome, or null if all of it is
	 * used.
	 * @param key the external id of the record
	 */
	@Nullable String remark(RecordReference key) {
		List<String> all = new ArrayList<>(this.remarks);
		if (this.unkept.contains(key)) {
			all.add("its key is not kept, since a customer has at most %d external ids".formatted(MOST));
		}
		return all.isEmpty() ? null : String.join("; ", all);
	}

	/** Returns the remarks on all records of the row, or null if there are none. */
	@Nullable String remark() {
		List<String> all = new ArrayList<>(this.remarks);
		if (!this.unkept.isEmpty()) {
			all.add("%,d keys are not kept, since a customer has at most %d external ids".formatted(this.unkept.size(),
					MOST));
		}
		return all.isEmpty() ? null : String.join("; ", all);
	}

}
