package io.kehu.customer.merge;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.customer.customer.CustomerDetails;
import io.kehu.customer.customer.CustomerView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Customers as plain values, written as clients write them.
 */
final class MergedCustomersFixture {

	static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private MergedCustomersFixture() {
	}

	/** Returns the details of a person. */
	static CustomerDetails person(String fields) {
		return details("\"kind\": \"person\", " + fields);
	}

	/** Returns the details of a company. */
	static CustomerDetails company(String fields) {
		return details("\"kind\": \"company\", " + fields);
	}

	private static CustomerDetails details(String fields) {
		return JSON.readValue("{%s}".formatted(fields), CustomerDetails.class);
	}

	/** Returns details with a merge patch of one field applied. */
	static CustomerDetails with(CustomerDetails details, String field, @Nullable Object value) {
		return JSON.treeToValue(JSON.<ObjectNode>valueToTree(details).set(field, JSON.valueToTree(value)),
				CustomerDetails.class);
	}

	/** Returns a present customer. */
	static CustomerView present(UUID id, long version, CustomerDetails details) {
		return new CustomerView(id, version, details, Instant.EPOCH, Instant.EPOCH, null, null, null);
	}

	/** Returns a customer that was merged into another. */
	static CustomerView merged(UUID id, long version, CustomerDetails details, UUID survivor) {
		return new CustomerView(id, version, details.with(List.of()), Instant.EPOCH, Instant.EPOCH, Instant.EPOCH,
				survivor, null);
	}

	/** Returns a step of a merge. */
	static MergeStep step(UUID id, MergeStep.Role role, long version, CustomerDetails before, CustomerDetails after) {
		return new MergeStep(id, role, version, JSON.valueToTree(before), JSON.valueToTree(after));
	}

	/** Returns customers by their ids. */
	static Map<UUID, CustomerView> byId(CustomerView... customers) {
		return Arrays.stream(customers).collect(Collectors.toMap(CustomerView::id, (customer) -> customer));
	}

}
