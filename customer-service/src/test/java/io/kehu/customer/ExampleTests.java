package io.kehu.customer;

import io.kehu.platform.test.contract.OpenApiExamples;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@CustomerServiceTest
class ExampleTests {

	private static final String CUSTOMERS = "/api/v1/customers";

	private static final String CUSTOMER = """
			{"kind": "company", "name": "Windrose Coffee", "tags": ["wholesale"],
			"emails": [{"address": "hello@windrose.example", "type": "work", "primary": true}],
			"addresses": [{"type": "billing", "line1": "Hafenweg 7", "postalCode": "20457", "city": "Hamburg", "country": "DE"}],
			"externalIds": [{"system": "erp", "id": "C-4711"}]}""";

	private static final String CONTACTS = "/api/v1/contacts";

	@Autowired
	HttpProbe anyone;

	@Test
	void areWhatTheServiceAnswers() {
		HttpProbe http = this.anyone.as("customer:read", "customer:write", "customer:delete", "customer:pii",
				"contact:read", "contact:write", "contact:delete", "case:read", "case:write", "case:delete");
		OpenApiExamples examples = new OpenApiExamples(http);
		String id = examples.record(CUSTOMERS, CUSTOMER, "{\"status\": \"active\"}").json().get("id").asString();
		examples.recordByExternalId(CUSTOMERS, CUSTOMER, "{\"tags\": [\"retail\"]}", "erp/C-4711");
		String contact = """
				{"customerId": "%s", "givenName": "Ada", "familyName": "Okafor", "role": "buyer", "primary": true,
				"externalIds": [{"system": "erp", "id": "P-12"}]}""".formatted(id);
		examples.record(CONTACTS, contact, "{\"jobTitle\": \"Head of purchasing\"}");
		examples.recordByExternalId(CONTACTS, contact, "{\"to\": \"2026-01-31\"}", "erp/P-12");
		String request = """
				{"customerId": "%s", "subject": "The grinder does not start", "priority": "high", "origin": "phone",
				"externalIds": [{"system": "desk", "id": "T-88"}]}""".formatted(id);
		examples.record("/api/v1/cases", request, "{\"priority\": \"urgent\"}");
		examples.recordByExternalId("/api/v1/cases", request, "{\"priority\": \"normal\"}", "desk/T-88");
		examples.recordProblems(CUSTOMERS, CUSTOMER, "{\"kind\": \"company\", \"name\": \"\"}", this.anyone,
				this.anyone.as("contact:read"));
		examples.check();
	}

}
