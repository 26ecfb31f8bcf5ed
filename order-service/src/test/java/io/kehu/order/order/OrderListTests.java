package io.kehu.order.order;

import java.util.UUID;

import io.kehu.platform.test.contract.ListContract;
import org.junit.jupiter.api.Test;

class OrderListTests extends OrderFixture {

	@Test
	void pagesInEveryOrder() {
		order("\"orderDate\": \"2025-03-01\"");
		order("\"orderDate\": \"2026-03-01\"");
		order("\"orderDate\": \"2025-03-01\", \"status\": \"draft\"");
		this.http
			.post(PATH,
					"{\"customerId\": \"%s\", \"lines\": [{\"sku\": \"%s\", \"quantity\": 20}]}"
						.formatted(this.customer, this.sku))
			.expect(201);
		ListContract.check(this.http, PATH, "customerId=" + this.customer);
	}

	@Test
	void pagesProductsInEveryOrder() {
		String run = "sorted-" + UUID.randomUUID();
		product(run + "-1", "Cup", "9.5");
		product(run + "-2", "Cup", "10");
		product(run + "-3", "Saucer", "9.50");
		product(run + "-4", "Ärmel", "200");
		ListContract.check(this.http, "/api/v1/products", "sku[like]=%s*".formatted(run));
	}

	private void product(String number, String name, String price) {
		this.http
			.post("/api/v1/products",
					"{\"sku\": \"%s\", \"name\": \"%s\", \"price\": {\"amount\": \"%s\", \"currency\": \"EUR\"}}"
						.formatted(number, name, price))
			.expect(201);
	}

}
