package io.kehu.migration.live;

import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds the address of a row to those of a customer.
 */
final class PostalAddress {

	private static final String LIST = "addresses";

	private PostalAddress() {
	}

	/**
	 * Adds an address, unless the customer has it. One that the customer has in part is
	 * completed instead.
	 */
	static void join(RowPlan plan, JsonNode present, ObjectNode address) {
		if (present.valueStream().anyMatch((one) -> contains(one, address))) {
			return;
		}
		for (int i = 0; i < present.size(); i++) {
			if (tellsPlace(present.get(i)) && contains(address, present.get(i))) {
				plan.body()
					.putArray(LIST)
					.addAll(present.valueStream().toList())
					.set(i, completed(present.get(i), address));
				return;
			}
		}
		plan.addOrRemark(LIST, present, address);
	}

	private static boolean tellsPlace(JsonNode address) {
		return CustomerField.ADDRESS.stream()
			.anyMatch((field) -> field != CustomerField.COUNTRY && field != CustomerField.REGION
					&& !part(address, field).isEmpty());
	}

	/** Returns whether an address has all parts of another. */
	private static boolean contains(JsonNode whole, JsonNode address) {
		return CustomerField.ADDRESS.stream().allMatch((field) -> {
			String part = part(address, field);
			return part.isEmpty() || Objects.equals(part, part(whole, field));
		});
	}

	private static String part(JsonNode address, CustomerField field) {
		return CustomerRow.plain(address.path(field.toString()).asString(""));
	}

	/** Returns the address of a customer with the parts that it lacks. */
	private static JsonNode completed(JsonNode present, ObjectNode address) {
		ObjectNode whole = (ObjectNode) present.deepCopy();
		CustomerField.ADDRESS.stream()
			.map(CustomerField::toString)
			.filter((part) -> whole.path(part).asString("").isBlank() && address.has(part))
			.forEach((part) -> whole.set(part, address.get(part)));
		return whole;
	}

}
