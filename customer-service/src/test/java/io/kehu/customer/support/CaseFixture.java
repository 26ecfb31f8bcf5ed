package io.kehu.customer.support;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Customers, agreements and clients that work on cases.
 */
@CustomerServiceTest
abstract class CaseFixture {

	static final String PATH = "/api/v1/cases";

	static final String AGREEMENTS = "/api/v1/agreements";

	static final String CALENDARS = "/api/v1/calendars";

	@Autowired
	EventProbe events;

	@Autowired
	HttpProbe anyone;

	HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:read", "customer:write", "customer:delete", "contact:read",
				"contact:write", "case:read", "case:write", "case:delete", "agreement:read", "agreement:write",
				"calendar:read", "calendar:write");
	}

	String customer(String fields) {
		return id(this.http.post("/api/v1/customers", "{\"kind\": \"company\", \"name\": \"Acme\"%s}".formatted(fields))
			.expect(201));
	}

	/** Adds an agreement that counts all hours in UTC, and returns its id. */
	String agreement(String targets) {
		return agreement(id(this.http.post(CALENDARS, always()).expect(201)), targets);
	}

	String agreement(String calendar, String targets) {
		return id(this.http
			.post(AGREEMENTS,
					"{\"name\": \"%s\", \"calendarId\": \"%s\", \"riskPercent\": 50, \"targets\": {%s}}"
						.formatted(UUID.randomUUID(), calendar, targets))
			.expect(201));
	}

	static String always() {
		return calendar("UTC",
				Arrays.stream(Weekday.values())
					.map("{\"day\": \"%s\", \"from\": \"00:00\", \"to\": \"24:00\"}"::formatted)
					.collect(Collectors.joining(",")));
	}

	static String calendar(String zone, String hours) {
		return "{\"name\": \"%s\", \"timeZone\": \"%s\", \"hours\": [%s]}".formatted(UUID.randomUUID(), zone, hours);
	}

	static String body(String customer, String fields) {
		return "{\"customerId\": \"%s\", \"subject\": \"The printer is on fire\"%s}".formatted(customer, fields);
	}

	static String by(String agreement) {
		return ", \"agreementId\": \"%s\"".formatted(agreement);
	}

	HttpAnswer open(String customer, String fields) {
		return this.http.post(PATH, body(customer, fields)).expect(201);
	}

	HttpAnswer act(String path, String intent) {
		return this.http.with("If-Match", "*").post(path + "/" + intent, "");
	}

	static String id(HttpAnswer answer) {
		return answer.json().get("id").asString();
	}

}
