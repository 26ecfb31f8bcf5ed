package io.kehu.customer.contact;

import java.util.List;
import java.util.UUID;

import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ContactApiTests extends ContactFixture {

	@Test
	void livesItsWholeLife() {
		HttpAnswer added = this.http.post(PATH, body(customer(""), "Hopper", """
				, "givenName": " Grace ", "role": "decision-maker", "jobTitle": "Head of purchasing",
				"from": "2024-05-01", "to": null, "primary": true,
				"emails": [{"address": "grace@example.org", "type": "work", "primary": true}],
				"phones": [{"number": "+44 20 7946 0958"}]""")).expect(201);
		String path = added.header("Location");
		assertThat(path).isEqualTo(PATH + "/" + added.json().get("id").asString());
		assertThat(added.json().get("givenName").asString()).isEqualTo("Grace");
		assertThat(added.json().at("/phones/0/number").asString()).isEqualTo("+442079460958");
		assertThat(this.http.get(path).expect(200).json()).isEqualTo(added.json());
		HttpAnswer changed = this.http.patch(path, added.etag(), "{\"to\": \"2026-01-31\"}").expect(200);
		this.http.patch(path, added.etag(), "{}").expect(412);
		this.http.with("If-Match", changed.etag()).delete(path).expect(204);
		this.http.get(path).expect(404);
		this.http.post(path + "/restore", "").expect(200);
		List<ReceivedEvent> seen = this.events.awaitExactly("kehu.contacts", added.json().get("id").asString(),
				"io.kehu.contact.added.v1", "io.kehu.contact.changed.v1", "io.kehu.contact.deleted.v1",
				"io.kehu.contact.restored.v1");
		seen.forEach((event) -> EventContract.check(event.headers().get("ce_type"), event.json().toString()));
		JsonNode history = this.http.get(path + "/history").expect(200).json().get("items");
		assertThat(history.valueStream().map((entry) -> entry.get("action").asString())).containsExactly("added",
				"changed", "deleted", "restored");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"familyName\": \" \"|/familyName", "\"role\": \"Boss!\"|/role",
			"\"from\": \"2026-02-01\", \"to\": \"2026-01-31\"|/to", "\"to\": \"+12345-12-31\"|/to",
			"\"from\": \"0000-01-01\"|/from", "\"from\": \"-999999999-01-01\"|/from",
			"\"emails\": [{\"address\": \"a@b.cc\", \"primary\": true}, {\"address\": \"d@b.cc\", \"primary\": true}]|/emails",
			"\"emails\": [{\"address\": \" \"}]|/emails/0/address", "\"birthdate\": null|/birthdate",
			"\"from\": \"soon\"|/from", "\"emails\": [{\"address\": \"nowhere\"}]|/emails/0/address",
			"\"phones\": [{\"number\": \"12\"}]|/phones/0/number", "\"colour\": \"red\"|/colour",
			"\"customerId\": null|/customerId" })
	void refusesWhatIsInvalid(String fields, String pointer) {
		HttpAnswer added = add(customer(""), "Hopper");
		JsonNode refused = this.http.patch(added.header("Location"), added.etag(), "{%s}".formatted(fields))
			.expect(400)
			.json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
	}

	@Test
	void belongsToACustomerThatExists() {
		String deleted = customer("");
		this.http.with("If-Match", "*").delete(CUSTOMERS + "/" + deleted).expect(204);
		for (String id : List.of(UUID.randomUUID().toString(), deleted)) {
			JsonNode refused = this.http.post(PATH, body(id, "Hopper", "")).expect(400).json();
			assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/customerId");
			assertThat(refused.at("/errors/0/code").asString()).isEqualTo("unknown_reference");
		}
		String present = customer("");
		List<JsonNode> results = bulk(this.http, body(present, "A", ""), body(deleted, "B", ""),
				body(present, "C", ""));
		assertThat(results.stream().map((result) -> result.get("status").asString())).containsExactly("created",
				"rejected", "created");
	}

	@Test
	void isFoundByItsExternalIdAndByItsFields() {
		String customer = customer("");
		String id = unique();
		String path = PATH + "/by-external-id/legacy/" + id;
		HttpAnswer added = this.http.put(path, body(customer, "Hopper", "")).expect(201);
		assertThat(this.http.put(path, body(customer, "Hopper", "")).expect(200).etag()).isEqualTo(added.etag());
		List<JsonNode> results = bulk(this.http,
				body(customer, "Hopper", ", \"jobTitle\": \"Admiral\"" + externalId(id)),
				body(customer, "Lovelace", ", \"emails\": [{\"address\": \"%s@example.org\"}]".formatted(id)));
		assertThat(results.stream().map((result) -> result.get("status").asString())).containsExactly("updated",
				"created");
		assertThat(names(this.http, "?customerId=" + customer + "&sort=-familyName")).containsExactly("Lovelace",
				"Hopper");
		assertThat(names(this.http, "?externalId=legacy:" + id)).containsExactly("Hopper");
		assertThat(names(this.http, "?email=" + id + "@example.org")).containsExactly("Lovelace");
		assertThat(names(this.http, "?q=admiral&customerId=" + customer)).containsExactly("Hopper");
		assertThat(names(this.http, "?customerId=" + customer + "&jobTitle[null]=true&primary=false"))
			.containsExactly("Lovelace");
		assertThat(this.http.get(PATH + "/export?format=csv&customerId=" + customer).expect(200).body().lines())
			.hasSize(3);
	}

}
