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

	String lines(byte[] body, boolean merges, boolean dry) {
		List<String> answers = new ArrayList<>();
		for (String line : new String(body, StandardCharsets.UTF_8).lines().toList()) {
			ObjectNode asked = (ObjectNode) JSON.readTree(line);
			answers.add(merges ? merge(asked) : load(asked, dry));
		}
		return String.join("\n", answers);
	}

	/** Returns the errors of a customer or a change, as customer-service names them. */
	static ArrayNode errors(JsonNode body) {
		ArrayNode errors = JSON.createArrayNode();
		if (body.path("externalIds").size() > RowPlan.MOST) {
			errors.add(error("/externalIds", "size must be between 0 and 20"));
		}
		if (body.path("birthDate").asString("").startsWith("31.")) {
			errors.add(error("/birthDate", "must be a day, such as 2026-01-31"));
		}
		for (int i = 0; i < body.path("phones").size(); i++) {
			if (!body.at("/phones/%d/number".formatted(i)).asString().startsWith("+")) {
				errors.add(error("/phones/%d/number".formatted(i), "must be an international number"));
			}
		}
		return errors;
	}

	private static ObjectNode error(String pointer, String message) {
		return JSON.createObjectNode().put("pointer", pointer).put("message", message);
	}

	private String load(ObjectNode asked, boolean dry) {
		List<JsonNode> ids = asked.get("externalIds").valueStream().toList();
		ArrayNode errors = errors(asked);
		if (!errors.isEmpty()) {
			return "{\"status\": \"rejected\", \"errors\": %s}".formatted(errors);
		}
		ObjectNode known = this.customers.present()
			.values()
			.stream()
			.filter((one) -> one.get("externalIds").valueStream().anyMatch(ids::contains))
			.findFirst()
			.orElse(null);
		return (known != null) ? "{\"status\": \"unchanged\", \"id\": %s}".formatted(known.get("id"))
				: "{\"status\": \"created\", \"id\": \"%s\"}".formatted(
						dry ? UUID.randomUUID() : this.customers.store(asked, Instant.now(), StandInCustomers.SERVICE));
	}

	String preview(String survivor, JsonNode asked) {
		ObjectNode after = this.customers.present().get(survivor).deepCopy();
		ArrayNode emails = after.withArray("emails");
		asked.get("merged")
			.forEach((one) -> this.customers.present().get(one.get("id").asString()).get("emails").forEach((email) -> {
				if (emails.valueStream().noneMatch(email::equals)) {
					emails.add(email);
				}
			}));
		after.remove(List.of("id", "version", "createdAt", "updatedAt", "orderFigures"));
		return JSON.createObjectNode().<ObjectNode>set("survivor", after).toString();
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
