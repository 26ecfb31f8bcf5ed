package io.kehu.customer.merge;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.kehu.customer.customer.CustomerView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which value of a field survives a merge. Without a rule, it is that of the survivor, or
 * the first one if the survivor has none.
 */
record FieldRules(@Nullable Rule name, @Nullable Rule givenName, @Nullable Rule familyName, @Nullable Rule status,
		@Nullable Rule birthDate, @Nullable Rule taxNumber) {

	/**
	 * Returns the merge patch that the rules result in.
	 * @param all the customers to be merged, the survivor first
	 */
	ObjectNode patch(List<CustomerView> all, JsonMapper json) {
		ObjectNode patch = json.createObjectNode();
		add(patch, "name", this.name, all, json);
		add(patch, "givenName", this.givenName, all, json);
		add(patch, "familyName", this.familyName, all, json);
		add(patch, "status", this.status, all, json);
		add(patch, "birthDate", this.birthDate, all, json);
		add(patch, "taxNumber", this.taxNumber, all, json);
		return patch;
	}

	private static void add(ObjectNode patch, String field, @Nullable Rule rule, List<CustomerView> all,
			JsonMapper json) {
		if (rule == null) {
			return;
		}
		all.stream()
			.map((customer) -> new Value(customer, json.<JsonNode>valueToTree(customer.details()).path(field)))
			.filter((value) -> value.json().isString())
			.min(rule.order())
			.ifPresent((value) -> patch.set(field, value.json()));
	}

	/**
	 * Chooses among the values of a field. Of equal candidates, the survivor's is chosen,
	 * then that of the first customer.
	 */
	enum Rule {

		/** The value of the customer that was changed last. */
		NEWEST,

		/** The value of the customer that was created first. */
		OLDEST,

		/** The longest value. */
		LONGEST;

		private Comparator<Value> order() {
			return switch (this) {
				case NEWEST -> Comparator.comparing((Value value) -> value.customer().updatedAt()).reversed();
				case OLDEST -> Comparator.comparing((Value value) -> value.customer().createdAt());
				case LONGEST -> Comparator.comparingInt((Value value) -> -value.json().stringValue().length());
			};
		}

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	private record Value(CustomerView customer, JsonNode json) {
	}

}
