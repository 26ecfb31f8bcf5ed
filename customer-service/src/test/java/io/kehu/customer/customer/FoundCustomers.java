package io.kehu.customer.customer;

import java.util.List;

import io.kehu.platform.test.probe.HttpProbe;

/**
 * What lists of customers contain.
 */
final class FoundCustomers {

	private FoundCustomers() {
	}

	/** Returns the ids of the customers that a caller finds, in the order of the list. */
	static List<String> ids(HttpProbe http, String query) {
		return http.get("/api/v1/customers?" + query)
			.expect(200)
			.json()
			.get("items")
			.valueStream()
			.map((item) -> item.get("id").asString())
			.toList();
	}

}
