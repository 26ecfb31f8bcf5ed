package io.kehu.customer.segment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.kehu.customer.customer.CustomerView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Finds the values of a customer that conditions are about, as the caller sees them.
 */
@Component
class SeenValues {

	/** Those of the fields that are not at the place of their name. */
	private static final Map<String, Function<JsonNode, Stream<JsonNode>>> PLACES = Map.of("tag",
			(customer) -> customer.path("tags").valueStream(), "city", (customer) -> ofAddresses(customer, "city"),
			"postalCode", (customer) -> ofAddresses(customer, "postalCode"), "country",
			(customer) -> ofAddresses(customer, "country"), "orderCount",
			(customer) -> Stream.of(customer.at("/orderFigures/orderCount")), "lastOrderDate",
			(customer) -> Stream.of(customer.at("/orderFigures/lastOrderDate")), "externalId",
			(customer) -> customer.path("externalIds").valueStream(), "q",
			(customer) -> Stream.of(customer.path("name")));

	private final JsonMapper json;

	SeenValues(JsonMapper json) {
		this.json = json;
	}

	/** Returns a customer as JSON, to find values in. */
	JsonNode in(CustomerView customer) {
		return this.json.valueToTree(customer);
	}

	/**
	 * Returns the values that a condition is about; none if there are none.
	 * @param parameter the field with its operator
	 */
	List<String> values(JsonNode customer, String parameter) {
		int operator = parameter.indexOf('[');
		String field = (operator > 0) ? parameter.substring(0, operator) : parameter;
		Stream<JsonNode> found = PLACES.containsKey(field) ? PLACES.get(field).apply(customer)
				: Stream.of(customer.at("/" + field.replace('.', '/')));
		return found.flatMap((value) -> value.isArray() ? value.valueStream() : Stream.of(value))
			.filter((value) -> !value.isMissingNode() && !value.isNull())
			.map((value) -> value.isContainer() ? value.toString() : value.asString())
			.toList();
	}

	private static Stream<JsonNode> ofAddresses(JsonNode customer, String member) {
		return customer.path("addresses").valueStream().map((address) -> address.path(member));
	}

}
