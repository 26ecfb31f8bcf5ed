package io.kehu.customer;

import java.util.UUID;

import io.kehu.platform.test.contract.RecordContract;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@CustomerServiceTest
class EveryRecordTests {

	private static final String CUSTOMER = "{\"kind\": \"company\", \"name\": \"Acme\", \"tags\": [\"a\"]}";

	@Autowired
	HttpProbe anyone;

	private HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:read", "customer:write", "customer:delete", "contact:read",
				"contact:write", "contact:delete");
	}

	@Test
	void customersKeepTheContract() {
		RecordContract customers = new RecordContract(this.http, "/api/v1/customers", () -> CUSTOMER,
				"{\"name\": \"%s\"}".formatted(UUID.randomUUID()));
		customers.checkExternalIds();
		customers.checkBulkModes("externalIds");
		customers.checkChanges("registered");
	}

	@Test
	void contactsKeepTheContract() {
		String customer = this.http.post("/api/v1/customers", CUSTOMER).expect(201).json().get("id").asString();
		String contact = "{\"customerId\": \"%s\", \"familyName\": \"Hopper\", \"primary\": false}".formatted(customer);
		RecordContract contacts = new RecordContract(this.http, "/api/v1/contacts", () -> contact,
				"{\"givenName\": \"Grace\"}");
		contacts.checkExternalIds();
		contacts.checkBulkModes("externalIds");
		contacts.checkChanges("added");
	}

}
