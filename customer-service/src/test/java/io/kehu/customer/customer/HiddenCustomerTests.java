package io.kehu.customer.customer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.contract.HiddenRecords;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every operation of the service, called for customers, contacts and cases of another
 * user.
 */
@CustomerServiceTest
class HiddenCustomerTests {

	private static final String CUSTOMERS = "/api/v1/customers";

	private static final String CONTACTS = "/api/v1/contacts";

	private static final String ACTIVITIES = "/api/v1/activities";

	private static final String CONSENTS = "/api/v1/consents";

	private static final String CASES = "/api/v1/cases";

	private static final String LEADS = "/api/v1/leads";

	private static final String WEBHOOKS = "/api/v1/customer-service/webhooks";

	private static final String ANY = "{\"kind\": \"company\", \"name\": \"x\"}";

	private final UUID stranger = UUID.randomUUID();

	private final String secret = "s" + UUID.randomUUID().toString().replace("-", "");

	@Autowired
	private HttpProbe anyone;

	private HttpProbe mine;

	private HttpAnswer survivor;

	private HttpAnswer merged;

	private HttpAnswer other;

	private HttpAnswer contact;

	private HttpAnswer supportCase;

	private HttpAnswer lead;

	private HttpAnswer activity;

	private HttpAnswer consent;

	private String merge;

	private Map<String, String> since;

	@BeforeEach
	void register() {
		this.mine = this.anyone.as(TestToken.user("customer:read", "customer:write", "customer:delete", "customer:pii",
				"contact:read", "contact:write", "contact:delete", "case:read", "case:write", "case:delete",
				"lead:read", "lead:write", "lead:delete", "activity:read", "activity:write", "activity:delete",
				"consent:read", "consent:write", "consent:delete"));
		this.anyone.as("insight:write").post(LEADS + "/score-model/fits", "").expect(201);
		this.since = Map.of(CUSTOMERS, now(CUSTOMERS), CONTACTS, now(CONTACTS), CASES, now(CASES), LEADS, now(LEADS),
				ACTIVITIES, now(ACTIVITIES), CONSENTS, now(CONSENTS));
		this.survivor = customer();
		this.merged = customer();
		this.other = customer();
		this.merge = this.mine.with("If-Match", "*")
			.post(path(this.survivor) + "/merges", "{\"merged\": [{\"id\": \"%s\"}]}".formatted(id(this.merged)))
			.expect(201)
			.json()
			.get("id")
			.asString();
		this.contact = this.mine
			.post(CONTACTS,
					"""
							{"customerId": "%s", "familyName": "%s", "emails": [{"address": "%2$s@mail.example"}],
							"externalIds": [{"system": "erp", "id": "%s"}]}""".formatted(id(this.survivor), this.secret,
							UUID.randomUUID()))
			.expect(201);
		this.supportCase = open(this.survivor);
		this.lead = this.mine.post(LEADS, """
				{"company": "%1$s", "emails": [{"address": "%1$s@mail.example"}],
				"externalIds": [{"system": "erp", "id": "%2$s"}]}""".formatted(this.secret, UUID.randomUUID()))
			.expect(201);
		this.activity = this.mine
			.post(ACTIVITIES,
					"""
							{"kind": "task", "customerId": "%s", "subject": "%s", "externalIds": [{"system": "erp", "id": "%s"}]}"""
						.formatted(id(this.survivor), this.secret, UUID.randomUUID()))
			.expect(201);
		this.consent = this.mine
			.post(CONSENTS,
					agreed(this.survivor, this.secret).replace("}",
							", \"externalIds\": [{\"system\": \"erp\", \"id\": \"%s\"}]}".formatted(UUID.randomUUID())))
			.expect(201);
	}

	private static String agreed(HttpAnswer customer, String proof) {
		return """
				{"customerId": "%s", "purpose": "news", "channel": "email", "decision": "granted",
				"decidedAt": "2026-01-01T00:00:00Z", "proof": "%s"}""".formatted(id(customer), proof);
	}

	private HttpAnswer open(HttpAnswer customer) {
		HttpAnswer opened = this.mine
			.post(CASES,
					"""
							{"customerId": "%s", "subject": "%s", "externalIds": [{"system": "erp", "id": "%s"}]}"""
						.formatted(id(customer), this.secret, UUID.randomUUID()))
			.expect(201);
		this.mine
			.post(path(opened) + "/comments", "{\"text\": \"%s\", \"visibility\": \"public\"}".formatted(this.secret))
			.expect(201);
		return opened;
	}

	/** Returns the present position in a feed of changes. */
	private String now(String path) {
		return this.mine.get(path + "/changes?since=now").expect(200).json().get("next").asString();
	}

	private HttpAnswer customer() {
		return this.mine
			.post(CUSTOMERS,
					"""
							{"kind": "company", "name": "%1$s", "taxNumber": "%1$s", "emails": [{"address": "%1$s@mail.example"}],
							"tags": ["%1$s"], "externalIds": [{"system": "erp", "id": "%2$s"}]}"""
						.formatted(this.secret, UUID.randomUUID()))
			.expect(201);
	}

	private static String id(HttpAnswer record) {
		return record.json().get("id").asString();
	}

	private static String path(HttpAnswer record) {
		return record.header("Location");
	}

	private static String key(HttpAnswer record) {
		return record.json().at("/externalIds/0").toString();
	}

	private HiddenRecords hidden(HttpAnswer customer) {
		String named = "{\"id\": \"%s\"}".formatted(id(this.other));
		String reference = "{\"customerId\": \"%s\", \"familyName\": \"x\"}".formatted(id(customer));
		HiddenRecords walk = new HiddenRecords(this.secret).at(CUSTOMERS + "/{id}/merges/{mergeId}", this.merge)
			.at("/api/v1/insights/fits/{id}", UUID.randomUUID().toString())
			.with("POST /api/v1/customers", ANY.replace("}", ", \"parentId\": \"%s\"}".formatted(id(customer))))
			.with("POST /api/v1/customers/{id}/merges", "{\"merged\": [%s]}".formatted(named))
			.with("POST /api/v1/customers/{id}/merges/preview", "{\"merged\": [%s]}".formatted(named))
			.with("POST /api/v1/customers/merges/bulk",
					"{\"survivorId\": \"%s\", \"merged\": [%s]}".formatted(id(customer), named))
			.with("PUT /api/v1/customers/{id}/shares",
					"{\"userId\": \"%s\", \"permission\": \"write\"}".formatted(this.stranger))
			.asking("DELETE /api/v1/customers/{id}/shares", "userId=" + this.stranger)
			.with("POST /api/v1/contacts", reference);
		String supported = "{\"customerId\": \"%s\", \"subject\": \"x\"}".formatted(id(customer));
		walk.at(CASES + "/{id}/merges/{mergeId}", UUID.randomUUID().toString())
			.at("/api/v1/calendars/{id}", UUID.randomUUID().toString())
			.at("/api/v1/agreements/{id}", UUID.randomUUID().toString())
			.at("/api/v1/custom-fields/{id}", UUID.randomUUID().toString())
			.at("/api/v1/campaigns/{id}", UUID.randomUUID().toString())
			.with("POST /api/v1/campaigns/{id}/preview",
					"{\"step\": 0, \"customerId\": \"%s\"}".formatted(id(customer)))
			.at("/campaign-mail/{token}", "x")
			.at("/campaign-mail/{token}/links/{number}", "0")
			.at("/api/v1/segments/{id}", UUID.randomUUID().toString())
			.at("/api/v1/segments/{id}/members/{customerId}", id(customer))
			.with("POST /api/v1/segments/{id}/members", "{\"add\": {\"ids\": [\"%s\"]}}".formatted(id(customer)))
			.asking("GET /api/v1/search", "q=" + this.secret)
			.with("POST " + CASES, supported)
			.with("POST " + CASES + "/{id}/comments", "{\"text\": \"x\", \"visibility\": \"public\"}")
			.with("POST " + CASES + "/{id}/merges", "{\"mergedId\": \"%s\"}".formatted(UUID.randomUUID()))
			.with("POST " + CASES + "/{id}/assign-to-team", "{\"teamId\": \"%s\"}".formatted(UUID.randomUUID()));
		String done = "{\"kind\": \"task\", \"customerId\": \"%s\", \"subject\": \"x\"}".formatted(id(customer));
		walk.with("POST " + ACTIVITIES, done)

			.at(WEBHOOKS + "/{id}", UUID.randomUUID().toString())
			.at(WEBHOOKS + "/{id}/deliveries/{deliveryId}", UUID.randomUUID().toString())
			.with("POST " + WEBHOOKS + "/{id}/replay", "{\"from\": \"2026-01-01T00:00:00Z\"}");
		walk.with("POST " + CONSENTS, agreed(customer, "x"))
			.asking("GET " + CONSENTS + "/effective", "customerId=" + id(customer));
		describe(walk, CONSENTS, this.consent, agreed(customer, "x"));
		describe(walk, ACTIVITIES, this.activity, done);
		describe(walk, CASES, this.supportCase, supported);
		walk.with("PUT " + LEADS + "/{id}/shares",
				"{\"userId\": \"%s\", \"permission\": \"write\"}".formatted(this.stranger))
			.asking("DELETE " + LEADS + "/{id}/shares", "userId=" + this.stranger)
			.with("POST " + LEADS + "/{id}/lose", "{\"reason\": \"x\"}")
			.with("POST " + LEADS + "/{id}/convert", "{}")
			.with("POST " + LEADS + "/{id}/preview-conversion", "{}");
		describe(walk, LEADS, this.lead, "{\"company\": \"x\"}");
		describe(walk, CUSTOMERS, customer, ANY);
		describe(walk, CONTACTS, this.contact, reference);
		return walk;
	}

	private void describe(HiddenRecords walk, String path, HttpAnswer record, String valid) {
		String keys = "\"externalIds\": [%s]".formatted(key(this.survivor));
		walk.at(path + "/{id}", id(record))
			.at(path + "/by-external-id/{system}", "erp")
			.at(path + "/by-external-id/{system}/{externalId}", record.json().at("/externalIds/0/id").asString())
			.with("PUT " + path + "/by-external-id/{system}/{externalId}", valid)
			.with("PATCH " + path + "/by-external-id/{system}/{externalId}", valid)
			.with("POST " + path + "/bulk", valid.replace("}", ", " + keys + "}"))
			.with("POST " + path + "/batch-get", "{\"ids\": [\"%s\"], %s}".formatted(id(record), keys))
			.asking("GET " + path, "id=" + id(record))
			.asking("GET " + path + "/export", "format=ndjson&id=" + id(record))
			.asking("GET " + path + "/changes", "since=" + this.since.get(path));
	}

	private HttpProbe as(String scope) {
		return this.anyone.as(
				TestToken
					.user(this.stranger, "customer:read" + scope, "customer:write" + scope, "customer:delete" + scope,
							"customer:pii", "contact:read" + scope, "contact:write" + scope, "contact:delete" + scope,
							"case:read" + scope, "case:write" + scope, "case:delete" + scope, "lead:read" + scope,
							"lead:write" + scope, "lead:delete" + scope, "activity:read" + scope,
							"activity:write" + scope, "activity:delete" + scope, "consent:read" + scope,
							"consent:write" + scope, "consent:delete" + scope, "insight:read")
					.teams(UUID.randomUUID().toString()));
	}

	@Test
	void areNeitherShownNorChanged() {
		List<String> before = state();
		for (HttpProbe caller : List.of(as(":own"), as(":team"), this.anyone.as("customer:pii"))) {
			assertThat(hidden(this.survivor).walk(caller)).isGreaterThan(20);
			hidden(this.merged).walk(caller);
		}
		assertThat(state()).isEqualTo(before);
		assertThatThrownBy(() -> hidden(this.survivor).walk(this.mine)).as("what is open is found")
			.isInstanceOf(AssertionError.class)
			.hasMessageContaining("GET /api/v1/customers/{id}/merges: 200")
			.hasMessageContaining("GET /api/v1/customers/changes: 200");
	}

	private List<String> state() {
		return List.of(this.mine.get(path(this.survivor)).expect(200).body(),
				this.mine.get(path(this.survivor) + "/shares").expect(200).body(),
				this.mine.get(path(this.survivor) + "/merges").expect(200).body(),
				this.mine.get(path(this.contact)).expect(200).body(),
				this.mine.get(path(this.supportCase)).expect(200).body(),
				this.mine.get(path(this.lead)).expect(200).body(),
				this.mine.get(path(this.activity)).expect(200).body(),
				this.mine.get(path(this.consent)).expect(200).body(),
				this.mine.get(path(this.supportCase) + "/comments").expect(200).body());
	}

}
