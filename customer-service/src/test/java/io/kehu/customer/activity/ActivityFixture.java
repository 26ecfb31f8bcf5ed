package io.kehu.customer.activity;

import java.util.List;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * A customer, and users that work on activities.
 */
@CustomerServiceTest
abstract class ActivityFixture {

	static final String PATH = "/api/v1/activities";

	static final List<String> ALL = List.of("customer:read", "customer:write", "customer:pii", "contact:read",
			"contact:write", "activity:read", "activity:write", "activity:delete");

	@Autowired
	EventProbe events;

	@Autowired
	HttpProbe anyone;

	final UUID me = UUID.randomUUID();

	final UUID team = UUID.randomUUID();

	HttpProbe http;

	String customer;

	@BeforeEach
	void signIn() {
		this.http = user(this.me, this.team);
		this.customer = customer();
	}

	HttpProbe user(UUID id, UUID... teams) {
		return this.anyone.as(TestToken.user(id, ALL.toArray(String[]::new))
			.teams(List.of(teams).stream().map(UUID::toString).toArray(String[]::new)));
	}

	String customer() {
		return id(this.http.post("/api/v1/customers", "{\"kind\": \"company\", \"name\": \"Acme\"}").expect(201));
	}

	String body(String kind, String fields) {
		return "{\"kind\": \"%s\", \"customerId\": \"%s\", \"subject\": \"Tea\"%s}".formatted(kind, this.customer,
				fields);
	}

	HttpAnswer add(String kind, String fields) {
		return this.http.post(PATH, body(kind, fields)).expect(201);
	}

	HttpAnswer act(String path, String intent) {
		return this.http.with("If-Match", "*").post(path + "/" + intent, "");
	}

	static String id(HttpAnswer answer) {
		return answer.json().get("id").asString();
	}

}
