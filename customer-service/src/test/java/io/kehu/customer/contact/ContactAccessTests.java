package io.kehu.customer.contact;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ContactAccessTests extends ContactFixture {

	private final UUID me = UUID.randomUUID();

	private HttpProbe limitedTo(String scope) {
		return this.anyone.as(TestToken.user(this.me, "customer:pii:" + scope, "customer:read:" + scope,
				"contact:read:" + scope, "contact:write:" + scope, "contact:delete:" + scope));
	}

	private String mine() {
		return customer(", \"ownerId\": \"%s\"".formatted(this.me));
	}

	@Test
	void followsTheOwnerOfTheCustomer() {
		HttpProbe caller = limitedTo("own");
		HttpAnswer own = add(mine(), "Own");
		HttpAnswer foreign = add(customer(""), "Foreign");
		assertThat(names(caller, "")).containsExactly("Own");
		assertThat(caller.get(PATH + "?count=true").expect(200).json().get("total").asInt()).isEqualTo(1);
		assertThat(caller.get(PATH + "/export?format=ndjson").expect(200).lines()).hasSize(1);
		caller.get(own.header("Location")).expect(200);
		HttpAnswer changed = caller.patch(own.header("Location"), own.etag(), "{\"jobTitle\": \"Admiral\"}")
			.expect(200);
		caller.with("If-Match", changed.etag()).delete(own.header("Location")).expect(204);
		caller.post(own.header("Location") + "/restore", "").expect(200);
		caller.get(foreign.header("Location")).expect(404);
		caller.get(foreign.header("Location") + "/history").expect(404);
		caller.patch(foreign.header("Location"), "\"7\"", "{}").expect(404);
		caller.with("If-Match", "*").delete(foreign.header("Location")).expect(404);
	}

	@Test
	void followsTheCustomerToAnotherOwner() {
		HttpProbe caller = limitedTo("own");
		String customer = mine();
		String contact = add(customer, "Moving").header("Location");
		caller.get(contact).expect(200);
		this.http.patch(CUSTOMERS + "/" + customer, "*", "{\"ownerId\": null}").expect(200);
		caller.get(contact).expect(404);
	}

	@Test
	void followsTheSharesOfTheCustomer() {
		HttpProbe caller = limitedTo("own");
		String customer = customer("");
		HttpAnswer contact = add(customer, "Shared");
		String path = contact.header("Location");
		share(customer, "read");
		caller.get(path).expect(200);
		caller.patch(path, contact.etag(), "{\"jobTitle\": \"Admiral\"}").expect(403);
		share(customer, "write");
		caller.patch(path, contact.etag(), "{\"jobTitle\": \"Admiral\"}").expect(200);
		caller.with("If-Match", "*").delete(path).expect(403);
		caller.patch(path, "*", "{\"customerId\": \"%s\"}".formatted(mine())).expect(403);
	}

	private void share(String customer, String permission) {
		this.http
			.put(CUSTOMERS + "/" + customer + "/shares",
					"{\"userId\": \"%s\", \"permission\": \"%s\"}".formatted(this.me, permission))
			.expect(200);
	}

	@Test
	void isAddedOnlyToCustomersWithinTheScope() {
		HttpProbe caller = limitedTo("own");
		String own = mine();
		String foreign = customer("");
		String shared = customer("");
		share(shared, "read");
		HttpAnswer added = caller.post(PATH, body(own, "Own", "")).expect(201);
		JsonNode refused = caller.post(PATH, body(foreign, "Foreign", "")).expect(400).json();
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo("unknown_reference");
		caller.post(PATH, body(shared, "Shared", "")).expect(403);
		caller.patch(added.header("Location"), added.etag(), "{\"customerId\": \"%s\"}".formatted(shared)).expect(403);
		caller.patch(added.header("Location"), added.etag(), "{\"customerId\": \"%s\"}".formatted(foreign)).expect(400);
		List<JsonNode> results = bulk(caller, body(own, "A", ""), body(foreign, "B", ""), body(shared, "C", ""));
		assertThat(results.stream().map((result) -> result.get("status").asString())).containsExactly("created",
				"rejected", "rejected");
	}

	@Test
	void revealsNothingThroughItsExternalIds() {
		String id = unique();
		this.http.post(PATH, body(customer(""), "Foreign", externalId(id))).expect(201);
		HttpProbe caller = limitedTo("own");
		String mine = body(mine(), "Own", externalId(id));
		JsonNode refused = caller.post(PATH, mine).expect(409).json();
		assertThat(refused.at("/errors/0/message").asString()).isEqualTo("is taken");
		assertThat(bulk(caller, mine).get(0).at("/errors/0/message").asString()).isEqualTo("is taken");
		caller.put(PATH + "/by-external-id/legacy/" + id, mine).expect(409);
	}

	@Test
	void needsThePermissionsForContacts() {
		String contact = add(mine(), "Own").header("Location");
		HttpProbe caller = this.anyone.as(TestToken.user(this.me, "customer:pii", "customer:read", "customer:write"));
		caller.get(contact).expect(403);
		caller.post(PATH, body(mine(), "Own", "")).expect(403);
	}

}
