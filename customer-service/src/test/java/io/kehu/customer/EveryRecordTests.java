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
				"contact:write", "contact:delete", "case:read", "case:write", "case:delete", "calendar:read",
				"calendar:write", "agreement:read", "agreement:write", "lead:read", "lead:write", "lead:delete",
				"custom-field:read", "custom-field:write", "activity:read", "activity:write", "activity:delete",
				"consent:read", "consent:write", "consent:delete", "segment:read", "segment:write", "campaign:read",
				"campaign:write");
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
				"{\"jobTitle\": \"Admiral\"}");
		contacts.checkExternalIds();
		contacts.checkBulkModes("externalIds");
		contacts.checkChanges("added");
	}

	@Test
	void calendarsKeepTheContract() {
		RecordContract calendars = new RecordContract(this.http, "/api/v1/calendars", EveryRecordTests::calendar,
				"{\"holidays\": [\"2026-12-25\"]}");
		calendars.checkBulkModes("name");
		calendars.checkChanges("added");
	}

	private static String calendar() {
		return """
				{"name": "%s", "timeZone": "Europe/Berlin",
				"hours": [{"day": "monday", "from": "09:00", "to": "17:00"}]}""".formatted(UUID.randomUUID());
	}

	@Test
	void agreementsKeepTheContract() {
		String calendar = this.http.post("/api/v1/calendars", calendar()).expect(201).json().get("id").asString();
		RecordContract agreements = new RecordContract(this.http, "/api/v1/agreements", () -> """
				{"name": "%s", "calendarId": "%s", "targets": {"high": {"firstResponse": 60, "resolution": 600}}}"""
			.formatted(UUID.randomUUID(), calendar), "{\"riskPercent\": 50}");
		agreements.checkBulkModes("name");
		agreements.checkChanges("added");
	}

	@Test
	void activitiesKeepTheContract() {
		String customer = this.http.post("/api/v1/customers", CUSTOMER).expect(201).json().get("id").asString();
		String body = "{\"kind\": \"note\", \"customerId\": \"%s\", \"subject\": \"Likes tea\"}".formatted(customer);
		RecordContract activities = new RecordContract(this.http, "/api/v1/activities", () -> body,
				"{\"text\": \"Green tea\"}");
		activities.checkExternalIds();
		activities.checkBulkModes("externalIds");
		activities.checkChanges("added");
	}

	@Test
	void consentsKeepTheContract() {
		String customer = this.http.post("/api/v1/customers", CUSTOMER).expect(201).json().get("id").asString();
		String body = """
				{"customerId": "%s", "purpose": "newsletter", "channel": "email", "decision": "granted",
				"decidedAt": "2026-01-01T00:00:00Z", "proof": "Form 7"}""".formatted(customer);
		RecordContract consents = new RecordContract(this.http, "/api/v1/consents", () -> body,
				"{\"proof\": \"Form 8\"}");
		consents.checkExternalIds();
		consents.checkBulkModes("externalIds");
		consents.checkChanges("recorded");
	}

	@Test
	void casesKeepTheContract() {
		String customer = this.http.post("/api/v1/customers", CUSTOMER).expect(201).json().get("id").asString();
		String body = "{\"customerId\": \"%s\", \"subject\": \"The printer is on fire\"}".formatted(customer);
		RecordContract cases = new RecordContract(this.http, "/api/v1/cases", () -> body,
				"{\"description\": \"Since this morning\"}");
		cases.checkExternalIds();
		cases.checkBulkModes("externalIds");
		cases.checkChanges("opened");
	}

	@Test
	void leadsKeepTheContract() {
		RecordContract leads = new RecordContract(this.http, "/api/v1/leads",
				() -> "{\"company\": \"Acme\", \"source\": \"web\"}", "{\"interest\": \"Drills\"}");
		leads.checkExternalIds();
		leads.checkBulkModes("externalIds");
		leads.checkChanges("captured");
	}

	@Test
	void customFieldsKeepTheContract() {
		RecordContract fields = new RecordContract(this.http, "/api/v1/custom-fields",
				() -> "{\"key\": \"f%s\", \"label\": \"Field\", \"type\": \"text\"}"
					.formatted(UUID.randomUUID().toString().replace("-", "")),
				"{\"label\": \"Better\"}");
		fields.checkBulkModes("key");
		fields.checkChanges("defined");
	}

	@Test
	void segmentsKeepTheContract() {
		RecordContract segments = new RecordContract(this.http, "/api/v1/segments",
				() -> "{\"name\": \"%s\", \"filter\": \"status=active\"}".formatted(UUID.randomUUID()),
				"{\"description\": \"Regulars\"}");
		segments.checkBulkModes("name");
		segments.checkChanges("defined");
	}

	@Test
	void campaignsKeepTheContract() {
		String segment = this.http
			.post("/api/v1/segments", "{\"name\": \"%s\", \"kind\": \"static\"}".formatted(UUID.randomUUID()))
			.expect(201)
			.json()
			.get("id")
			.asString();
		RecordContract campaigns = new RecordContract(this.http, "/api/v1/campaigns",
				() -> """
						{"code": "C%s", "name": "Spring", "purpose": "newsletter", "segmentIds": ["%s"],
						"steps": [{"afterDays": 0, "subject": "Hello", "text": "World"}]}"""
					.formatted(UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT), segment),
				"{\"description\": \"Tulips\"}");
		campaigns.checkBulkModes("code");
		campaigns.checkChanges("planned");
	}

}
