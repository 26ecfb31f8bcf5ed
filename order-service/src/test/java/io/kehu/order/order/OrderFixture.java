package io.kehu.order.order;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import io.kehu.order.OrderServiceTest;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * A product and a customer for each test.
 */
abstract class OrderFixture extends OrderServiceTest {

	static final String PATH = "/api/v1/orders";

	@Autowired
	EventProbe events;

	@Autowired
	HttpProbe anyone;

	HttpProbe http;

	String sku;

	String product;

	UUID customer;

	@BeforeEach
	void stock() {
		CUSTOMERS.breakDown(false);
		this.http = this.anyone.as("order:read", "order:write", "order:price", "product:read", "product:write",
				"customer:read", "tax:read", "tax:write", "category:read", "category:write", "price-list:read",
				"price-list:write", "price:read", "price:write", "stock:read", "stock:write", "payment:read",
				"payment:write", "invoice:read", "invoice:write", "quote:read", "quote:write");
		this.sku = "TEA-" + UUID.randomUUID();
		this.product = this.http
			.post("/api/v1/products",
					"""
							{"sku": "%s", "name": "Green tea", "price": {"amount": "9.9", "currency": "EUR"}}"""
						.formatted(this.sku))
			.expect(201)
			.json()
			.get("id")
			.asString();
		this.customer = CUSTOMERS.customer("erp", UUID.randomUUID().toString());
	}

	HttpAnswer order(String fields) {
		return this.http.post(PATH, body(fields)).expect(201);
	}

	String body(String fields) {
		return body(this.customer, fields);
	}

	String body(UUID of, String fields) {
		return "{\"customerId\": \"%s\", %s, \"lines\": [{\"sku\": \"%s\", \"quantity\": 1}]}".formatted(of, fields,
				this.sku);
	}

	HttpAnswer step(String path, String etag, String intent) {
		return this.http.with("If-Match", etag).post(path + "/" + intent, "");
	}

	static List<String> texts(Iterable<JsonNode> nodes, String field) {
		return StreamSupport.stream(nodes.spliterator(), false).map((node) -> node.get(field).asString()).toList();
	}

}
