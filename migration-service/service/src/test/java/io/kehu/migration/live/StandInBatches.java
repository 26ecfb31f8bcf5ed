package io.kehu.migration.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers requests for many customers at once, as customer-service does.
 */
final class StandInBatches {

	/** What customer-service says of lists that are too long. */
	static final String TOO_LONG = "{\"pointer\": \"/externalIds\", \"message\": \"size must be between 0 and 20\"}";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final StandInCustomers customers;

	StandInBatches(StandInCustomers customers) {
		this.customers = customers;
	}

	String batch(JsonNode asked) {
		ObjectNode answer = JSON.createObjectNode();
		ArrayNode results = answer.putArray("results");
		asked.get("ids").forEach((id) -> {
			ObjectNode result = results.addObject();
			result.set("id", id);
			put(result, this.customers.present().get(id.asString()));
		});
		asked.get("externalIds").forEach((id) -> {
			ObjectNode result = results.addObject();
			result.set("externalId", id);
			put(result,
					this.customers.present()
						.values()
						.stream()
						.filter((one) -> one.get("externalIds").valueStream().anyMatch(id::equals))
						.findFirst()
						.orElse(null));
		});
		return answer.toString();
	}

	private static void put(ObjectNode result, @Nullable ObjectNode customer) {
		result.put("found", customer != null);
		if (customer != null) {
			result.set("record", customer.deepCopy());
		}
	}

	String lines(byte[] body, boolean merges) {
		List<String> answers = new ArrayList<>();
		for (String line : new String(body, StandardCharsets.UTF_8).lines().toList()) {
			ObjectNode asked = (ObjectNode) JSON.readTree(line);
			answers.add(merges ? merge(asked) : load(asked));
		}
		return String.join("\n", answers);
	}

	private String load(ObjectNode asked) {
		List<JsonNode> ids = asked.get("externalIds").valueStream().toList();
		if (asked.path("name").asString("").equals("Nobody")) {
			return "{\"status\": \"rejected\", \"errors\": [{\"pointer\": \"/name\", \"message\": \"is nobody\"}]}";
		}
		if (ids.size() > RowPlan.MOST) {
			return "{\"status\": \"rejected\", \"errors\": [%s]}".formatted(TOO_LONG);
		}
		ObjectNode known = this.customers.present()
			.values()
			.stream()
			.filter((one) -> one.get("externalIds").valueStream().anyMatch(ids::contains))
			.findFirst()
			.orElse(null);
		return (known != null) ? "{\"status\": \"unchanged\", \"id\": %s}".formatted(known.get("id"))
				: "{\"status\": \"created\", \"id\": \"%s\"}"
					.formatted(this.customers.store(asked, Instant.now(), StandInCustomers.SERVICE));
	}

	private String merge(ObjectNode asked) {
		String survivor = asked.get("survivorId").asString();
		List<String> ids = asked.get("merged").valueStream().map((one) -> one.get("id").asString()).toList();
		if (ids.stream().allMatch(this.customers.mergedInto()::containsKey)) {
			return "{\"status\": \"unchanged\", \"id\": \"%s\"}".formatted(UUID.randomUUID());
		}
		return "{\"status\": \"created\", \"id\": \"%s\"}".formatted(this.customers.merge(survivor, ids));
	}

}
