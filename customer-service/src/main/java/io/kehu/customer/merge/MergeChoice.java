package io.kehu.customer.merge;

import java.util.List;
import java.util.Map;

import io.kehu.customer.customer.CustomerView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which values survive a merge: by rule, or by hand.
 *
 * @param rules the rules, or null
 * @param fields a merge patch (RFC 7396) for the outcome, applied after the rules
 */
record MergeChoice(@Nullable FieldRules rules, JsonNode fields) {

	static MergeChoice of(@Nullable FieldRules rules, @Nullable Map<String, @Nullable Object> fields, JsonMapper json) {
		return new MergeChoice(rules, (fields != null) ? json.valueToTree(fields) : json.createObjectNode());
	}

	/**
	 * Returns the merge patch that the rules result in.
	 * @param all the customers to be merged, the survivor first
	 */
	JsonNode ruled(List<CustomerView> all, JsonMapper json) {
		return (this.rules != null) ? this.rules.patch(all, json) : json.createObjectNode();
	}

}
