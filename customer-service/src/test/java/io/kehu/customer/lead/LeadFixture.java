package io.kehu.customer.lead;

import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Leads, and clients that work on them.
 */
@CustomerServiceTest
abstract class LeadFixture {

	static final String PATH = "/api/v1/leads";

	static final String CUSTOMERS = "/api/v1/customers";

	static final String CONTACTS = "/api/v1/contacts";

	@Autowired
	EventProbe events;

	@Autowired
	HttpProbe anyone;

	HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("lead:read", "lead:write", "lead:delete", "customer:pii", "customer:read",
				"customer:write", "customer:delete", "contact:read", "contact:write", "contact:delete", "case:read",
				"case:write", "insight:read", "insight:write");
	}

	/** Returns a name that occurs nowhere else. */
	static String unique() {
		return "n" + UUID.randomUUID().toString().replace("-", "");
	}

	static String acme(String name) {
		return """
				{"company": "%1$s", "givenName": "Grace", "familyName": "Hopper", "jobTitle": "Admiral",
				"source": "trade-fair", "city": "London", "country": "GB", "industry": "mining", "employees": 120,
				"interest": "Drills", "estimatedValue": {"amount": "12000", "currency": "EUR"},
				"emails": [{"address": "%1$s@example.org", "primary": true}],
				"phones": [{"number": "+49 30 %2$d"}]}""".formatted(name,
				Math.floorMod(name.hashCode(), 90_000_000) + 10_000_000);
	}

	HttpAnswer capture(String body) {
		return this.http.post(PATH, body).expect(201);
	}

	HttpAnswer act(String path, String intent, String body) {
		return this.http.with("If-Match", "*").post(path + "/" + intent, body);
	}

	HttpAnswer convert(HttpAnswer lead, String body) {
		return act(lead.header("Location"), "convert", body);
	}

	JsonNode read(String path, JsonNode id) {
		return this.http.get(path + "/" + id.asString()).expect(200).json();
	}

	static String id(HttpAnswer answer) {
		return answer.json().get("id").asString();
	}

}
