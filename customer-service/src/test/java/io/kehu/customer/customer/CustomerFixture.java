package io.kehu.customer.customer;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Details of customers, written as JSON.
 */
final class CustomerFixture {

	static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private CustomerFixture() {
	}

	static CustomerDetails details(String fields) {
		return JSON.readValue("{%s}".formatted(fields), CustomerDetails.class);
	}

}
