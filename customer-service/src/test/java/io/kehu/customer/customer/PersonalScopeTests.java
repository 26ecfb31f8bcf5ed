package io.kehu.customer.customer;

import java.util.List;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes by callers who may change more records than they see in clear.
 */
@CustomerServiceTest
class PersonalScopeTests {

	private static final String PATH = "/api/v1/customers";

	private static final String CONTACTS = "/api/v1/contacts";

	private static final String EMAIL = "secret@mail.example";

	private final UUID me = UUID.randomUUID();

	private final UUID team = UUID.randomUUID();

	@Autowired
	private HttpProbe anyone;

	private HttpProbe clear;

	private HttpProbe caller;

	private String foreign;

	private String own;

	@BeforeEach
	void register() {
		this.clear = this.anyone.as("customer:pii", "customer:read", "customer:write", "contact:read", "contact:write");
		this.caller = caller("own");
		this.foreign = customer(UUID.randomUUID());
		this.own = customer(this.me);
	}

	private HttpProbe caller(String scope) {
		return this.anyone.as(
				TestToken
					.user(this.me, "customer:read", "customer:write:team", "customer:pii:" + scope, "contact:read",
							"contact:write")
					.teams(this.team.toString()));
	}

	private String customer(UUID owner) {
		return this.clear
			.post(PATH,
					"""
							{"kind": "company", "name": "Acme", "ownerId": "%s", "teamId": "%s", "emails": [{"address": "%s"}],
							 "externalIds": [{"system": "erp", "id": "%s"}]}"""
						.formatted(owner, this.team, EMAIL, UUID.randomUUID()))
			.expect(201)
			.json()
			.get("id")
			.asString();
	}

	private void staysMasked() {
		assertThat(this.caller.get(PATH + "/" + this.foreign).expect(200).body()).doesNotContain(EMAIL);
		assertThat(this.caller.get(PATH + "/" + this.foreign + "/history").expect(200).body()).doesNotContain(EMAIL);
	}

	@ParameterizedTest
	@ValueSource(strings = { "patch", "keyed patch", "put", "bulk", "bulk replace" })
	void aCallerTakesOverNoCustomerToSeeIt(String way) {
		String key = this.clear.get(PATH + "/" + this.foreign).json().at("/externalIds/0/id").asString();
		String owner = "\"ownerId\": \"%s\"".formatted(this.me);
		String whole = """
				{"kind": "company", "name": "Acme", %s, "teamId": "%s", "emails": [{"address": "s***@masked.invalid"}], \
				"externalIds": [{"system": "erp", "id": "%s"}]}"""
			.formatted(owner, this.team, key);
		String keyed = PATH + "/by-external-id/erp/" + key;
		HttpProbe lines = this.caller.with("Content-Type", "application/x-ndjson");
		HttpAnswer answer = switch (way) {
			case "patch" -> this.caller.patch(PATH + "/" + this.foreign, "*", "{%s}".formatted(owner));
			case "keyed patch" -> this.caller.patch(keyed, "*", "{%s}".formatted(owner));
			case "put" -> this.caller.put(keyed, whole);
			case "bulk" -> lines.post(PATH + "/bulk", whole);
			default -> lines.post(PATH + "/bulk?mode=replace", whole);
		};
		assertThat(answer.body()).contains("Your permissions do not cover this.").doesNotContain(EMAIL);
		staysMasked();
	}

	@Test
	void aCallerTakesOverNoCustomerForItsTeam() {
		HttpProbe ofTeam = this.anyone
			.as(TestToken.user(this.me, "customer:read", "customer:write", "customer:pii:team")
				.teams(this.team.toString()));
		this.clear.patch(PATH + "/" + this.foreign, "*", "{\"teamId\": \"%s\"}".formatted(UUID.randomUUID()))
			.expect(200);
		String path = PATH + "/" + this.foreign;
		ofTeam.patch(path, "*", "{\"teamId\": \"%s\"}".formatted(this.team)).expect(403);
		ofTeam.put(path + "/shares", "{\"teamId\": \"%s\", \"permission\": \"read\"}".formatted(this.team)).expect(403);
		ofTeam.patch(path, "*", "{\"teamId\": \"%s\"}".formatted(UUID.randomUUID())).expect(200);
		assertThat(ofTeam.get(path).expect(200).body()).doesNotContain(EMAIL);
	}

	@Test
	void aCallerSharesNoCustomerWithItself() {
		String shares = PATH + "/" + this.foreign + "/shares";
		this.caller.put(shares, "{\"userId\": \"%s\", \"permission\": \"read\"}".formatted(this.me)).expect(403);
		staysMasked();
		this.caller.put(shares, "{\"userId\": \"%s\", \"permission\": \"read\"}".formatted(UUID.randomUUID()))
			.expect(200);
		this.clear.put(shares, "{\"userId\": \"%s\", \"permission\": \"read\"}".formatted(this.me)).expect(200);
		assertThat(this.caller.get(PATH + "/" + this.foreign).expect(200).body()).contains(EMAIL);
		this.caller.patch(PATH + "/" + this.foreign, "*", "{\"ownerId\": \"%s\"}".formatted(this.me)).expect(200);
	}

	@Test
	void aCallerMergesNoCustomerIntoItsOwn() {
		for (List<String> merge : List.of(List.of(this.own, this.foreign, "{}"),
				List.of(this.foreign, this.own, "{\"ownerId\": \"%s\"}".formatted(this.me)))) {
			this.caller.with("If-Match", "*")
				.post(PATH + "/" + merge.get(0) + "/merges",
						"{\"merged\": [{\"id\": \"%s\"}], \"fields\": %s}".formatted(merge.get(1), merge.get(2)))
				.expect(403);
		}
		staysMasked();
		String another = customer(this.me);
		this.caller.with("If-Match", "*")
			.post(PATH + "/" + this.own + "/merges", "{\"merged\": [{\"id\": \"%s\"}]}".formatted(another))
			.expect(201);
	}

	@Test
	void aCallerMovesNoContactToItsOwnCustomer() {
		String contact = this.clear
			.post(CONTACTS,
					"{\"customerId\": \"%s\", \"familyName\": \"A\", \"emails\": [{\"address\": \"%s\"}]}"
						.formatted(this.foreign, EMAIL))
			.expect(201)
			.header("Location");
		String moving = "{\"customerId\": \"%s\"}";
		this.caller.patch(contact, "*", moving.formatted(this.own)).expect(403);
		assertThat(this.caller.get(contact).expect(200).body()).doesNotContain(EMAIL);
		this.caller.patch(contact, "*", moving.formatted(customer(UUID.randomUUID()))).expect(200);
		this.clear.patch(contact, "*", moving.formatted(this.own)).expect(200);
		this.caller.patch(contact, "*", moving.formatted(customer(this.me))).expect(200);
	}

}
