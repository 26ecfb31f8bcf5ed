package io.kehu.migration.live;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Asks customer-service what it would answer to changes of the live customers, without
 * making them.
 */
@Component
class Rehearsals {

	private final LiveCustomerApi api;

	private final LiveCustomers customers;

	private final JsonMapper json;

	Rehearsals(LiveCustomerApi api, LiveCustomers customers, JsonMapper json) {
		this.api = api;
		this.customers = customers;
		this.json = json;
	}

	/** Returns the answer that storing each of these customers would get. */
	List<JsonNode> load(List<? extends JsonNode> lines) {
		return this.customers.answers(lines, this.api::rehearse);
	}

	/** Returns why a change would be rejected, or null if it would be made. */
	@Nullable String patch(JsonNode customer, JsonNode patch) {
		UUID id = LiveCustomers.id(customer);
		return this.customers.refusal(() -> this.api.rehearse(id, LiveCustomers.tag(customer), patch));
	}

	/**
	 * Returns what a merge would change of the survivor.
	 * @param merge the line of a bulk load of merges
	 */
	MergeForecast merge(JsonNode survivor, ObjectNode merge) {
		JsonNode body = this.json.createObjectNode().set("merged", merge.get("merged"));
		try {
			JsonNode preview = this.customers.patiently(() -> this.api.preview(LiveCustomers.id(survivor), body));
			return new MergeForecast(changes(survivor, preview.path("survivor")), null);
		}
		catch (HttpClientErrorException ex) {
			return new MergeForecast(null, this.customers.reason(ex));
		}
	}

	private ObjectNode changes(JsonNode before, JsonNode after) {
		ObjectNode changes = this.json.createObjectNode();
		after.properties().forEach((member) -> {
			JsonNode present = before.path(member.getKey());
			boolean absent = (present.isMissingNode() || present.isNull()) && member.getValue().isNull();
			if (!absent && !present.equals(member.getValue())) {
				changes.set(member.getKey(), member.getValue());
			}
		});
		return changes;
	}

	/**
	 * What a merge would lead to.
	 *
	 * @param change the members of the survivor that would change, or null if the merge
	 * would be rejected
	 * @param refusal why it would be rejected, or null if it would be made
	 */
	record MergeForecast(@Nullable ObjectNode change, @Nullable String refusal) {
	}

}
