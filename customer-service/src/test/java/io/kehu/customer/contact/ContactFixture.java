package io.kehu.customer.contact;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Customers, and clients that manage their contacts.
 */
@CustomerServiceTest
abstract class ContactFixture {

	static final String PATH = "/api/v1/contacts";

	static final String CUSTOMERS = "/api/v1/customers";

	@Autowired
	EventProbe events;

	@Autowired
	HttpProbe anyone;

	HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:pii", "customer:read", "customer:write", "customer:delete", "contact:read",
				"contact:write", "contact:delete");
	}

	/** Registers a customer and returns its id. */
	String customer(String fields) {
		return this.http.post(CUSTOMERS, "{\"kind\": \"company\", \"name\": \"Acme\"%s}".formatted(fields))
			.expect(201)
			.json()
			.get("id")
			.asString();
	}

	static String body(String customer, String name, String fields) {
		return "{\"customerId\": \"%s\", \"familyName\": \"%s\"%s}".formatted(customer, name, fields);
	}

	HttpAnswer add(String customer, String name) {
		return this.http.post(PATH, body(customer, name, "")).expect(201);
	}

	static List<String> names(HttpProbe http, String query) {
		return http.get(PATH + query)
			.expect(200)
			.json()
			.get("items")
			.valueStream()
			.map((item) -> item.get("familyName").asString())
			.toList();
	}

	static List<JsonNode> bulk(HttpProbe http, String... lines) {
		return http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(String.join("\n", lines)))
			.expect(200)
			.lines();
	}

	static String externalId(String id) {
		return ", \"externalIds\": [{\"system\": \"legacy\", \"id\": \"%s\"}]".formatted(id);
	}

	static String unique() {
		return UUID.randomUUID().toString();
	}

}
