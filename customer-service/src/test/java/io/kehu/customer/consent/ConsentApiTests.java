package io.kehu.customer.consent;

import java.util.List;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class ConsentApiTests {

	private static final String PATH = "/api/v1/consents";

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private EventProbe events;

	private HttpProbe http;

	private String customer;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:read", "customer:write", "customer:delete", "contact:read",
				"contact:write", "consent:read", "consent:write", "consent:delete");
		this.customer = customer();
	}

	private String customer() {
		return id(this.http.post("/api/v1/customers", "{\"kind\": \"company\", \"name\": \"Acme\"}").expect(201));
	}

	private static String id(HttpAnswer answer) {
		return answer.json().get("id").asString();
	}

	private String body(String channel, String decision, String decidedAt, String fields) {
		return """
				{"customerId": "%s", "purpose": "newsletter", "channel": "%s", "decision": "%s", "decidedAt": "%s",
				"proof": "Form 7"%s}""".formatted(this.customer, channel, decision, decidedAt, fields);
	}

	private HttpAnswer record(String channel, String decision, String decidedAt, String fields) {
		return this.http.post(PATH, body(channel, decision, decidedAt, fields)).expect(201);
	}

	private List<String> effective(HttpProbe caller, String of) {
		return caller.get(PATH + "/effective?customerId=" + of)
			.expect(200)
			.json()
			.get("items")
			.valueStream()
			.map((item) -> item.get("channel").asString() + " " + item.get("decision").asString()
					+ (item.get("contactId").isNull() ? "" : " by a contact"))
			.toList();
	}

	@Test
	void theLatestDecisionCounts() {
		record("email", "granted", "2026-01-01T00:00:00Z", "");
		HttpAnswer withdrawn = record("email", "withdrawn", "2026-02-01T00:00:00Z", "");
		record("email", "granted", "2026-01-15T00:00:00Z", "");
		record("phone", "granted", "2026-01-01T00:00:00Z", "");
		record("phone", "withdrawn", "2026-01-01T00:00:00Z", "");
		String contact = id(
				this.http
					.post("/api/v1/contacts",
							"{\"customerId\": \"%s\", \"familyName\": \"Hopper\", \"primary\": false}"
								.formatted(this.customer))
					.expect(201));
		record("email", "granted", "2026-01-01T00:00:00Z", ", \"contactId\": \"%s\"".formatted(contact));
		assertThat(effective(this.http, this.customer)).containsExactly("email withdrawn", "phone withdrawn",
				"email granted by a contact");
		this.http.with("If-Match", withdrawn.etag()).delete(withdrawn.header("Location")).expect(204);
		assertThat(effective(this.http, this.customer)).contains("email granted");
		this.events.awaitExactly("kehu.consents", id(withdrawn), "io.kehu.consent.recorded.v1",
				"io.kehu.consent.deleted.v1");
	}

	@Test
	void followsTheAccessToItsCustomer() {
		HttpAnswer consent = record("email", "granted", "2026-01-01T00:00:00Z", "");
		HttpProbe stranger = this.anyone
			.as(TestToken.user(UUID.randomUUID(), "customer:read:own", "consent:read:own", "consent:write:own"));
		stranger.get(consent.header("Location")).expect(404);
		stranger.get(PATH + "/effective?customerId=" + this.customer).expect(404);
		this.anyone.as("customer:read").get(PATH + "/effective?customerId=" + this.customer).expect(403);
		HttpProbe limited = this.anyone.as(TestToken.user(UUID.randomUUID(), "customer:read", "consent:read:own"));
		assertThat(effective(limited, this.customer)).isEmpty();
	}

	@Test
	void followsItsCustomerIntoAMergeAndBack() {
		record("email", "withdrawn", "2026-01-01T00:00:00Z", "");
		String survivor = customer();
		HttpAnswer merge = this.http.with("If-Match", "\"0\"")
			.post("/api/v1/customers/" + survivor + "/merges",
					"{\"merged\": [{\"id\": \"%s\", \"version\": 0}]}".formatted(this.customer))
			.expect(201);
		assertThat(effective(this.http, survivor)).containsExactly("email withdrawn");
		this.http.with("If-Match", merge.etag()).post(merge.header("Location") + "/undo", "").expect(200);
		assertThat(effective(this.http, this.customer)).containsExactly("email withdrawn");
		assertThat(effective(this.http, survivor)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"proof\": \" \"|/proof", "\"purpose\": \"News!\"|/purpose", "\"channel\": \"pigeon\"|/channel",
					"\"decision\": \"maybe\"|/decision", "\"decidedAt\": \"2126-01-01T00:00:00Z\"|/decidedAt",
					"\"contactId\": \"0199b8a4-7c1e-7d3a-9f52-3b6c1a2d4e5f\"|/contactId" })
	void refusesWhatIsInvalid(String fields, String pointer) {
		HttpAnswer consent = record("email", "granted", "2026-01-01T00:00:00Z", "");
		JsonNode refused = this.http.patch(consent.header("Location"), consent.etag(), "{%s}".formatted(fields))
			.expect(400)
			.json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
	}

}
