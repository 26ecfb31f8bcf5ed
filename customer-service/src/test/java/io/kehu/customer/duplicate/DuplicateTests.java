package io.kehu.customer.duplicate;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class DuplicateTests {

	private static final String PATH = "/api/v1/customers";

	private final String name = "n" + UUID.randomUUID().toString().replace("-", "");

	private final String phone = "+4930" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);

	@Autowired
	private HttpProbe anyone;

	private HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:pii", "customer:read", "customer:write", "contact:read", "contact:write");
	}

	private String full() {
		return """
				{"kind": "company", "name": "%1$s Ltd", "taxNumber": "%1$.20s", "emails": [{"address": "%1$s@example.org"}],
				"phones": [{"number": "%2$s"}], "addresses": [{"city": "%1$s", "country": "GB"}]}"""
			.formatted(this.name, this.phone);
	}

	@Test
	void areRefusedOnlyIfTheCallerAsks() {
		String first = id(this.http.post(PATH, full()).expect(201));
		this.http.post(PATH, full()).expect(201);
		JsonNode refused = this.http.post(PATH + "?duplicates=refuse", full()).expect(409).json();
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo("likely_duplicate");
		assertThat(refused.get("errors").valueStream().map((error) -> error.get("recordId").asString())).hasSize(2)
			.contains(first);
		assertThat(this.http.get(PATH + "?email=" + this.name + "@example.org").expect(200).json().get("items").size())
			.isEqualTo(2);
		this.http.post(PATH + "?duplicates=perhaps", full()).expect(400);
	}

	@Test
	void areFoundWhenACustomerChanges() {
		this.http.post(PATH, full()).expect(201);
		String other = "/" + id(this.http.post(PATH, "{\"kind\": \"company\", \"name\": \"Other\"}").expect(201));
		String change = "{\"name\": \"%s\"}".formatted(this.name);
		this.http.patch(PATH + other + "?duplicates=refuse", "*", change).expect(409);
		assertThat(this.http.get(PATH + other).expect(200).json().get("name").asString()).isEqualTo("Other");
		this.http.patch(PATH + other, "*", change).expect(200);
		JsonNode found = this.http.get(PATH + other + "/duplicates").expect(200).json().at("/items/0");
		assertThat(found.get("name").asString()).isEqualTo(this.name + " Ltd");
		assertThat(found.get("reasons")).hasToString("[\"name\"]");
	}

	@Test
	void areFoundByEachSign() {
		String id = id(this.http.post(PATH, full()).expect(201));
		JsonNode found = search(this.http, """
				{"name": "%1$s", "emails": ["%1$s@EXAMPLE.org"], "phones": ["%2$s"], "taxNumber": "%1$.20s",
				"city": "%1$s"}""");
		assertThat(found.get("id").asString()).isEqualTo(id);
		assertThat(found.get("reasons")).hasToString("[\"tax-number\",\"email\",\"phone\",\"name\",\"place\"]");
		assertThat(found.get("score").asDouble()).isEqualTo(1);
		assertThat(search(this.http, "{\"taxNumber\": \"%1$.20s\"}").get("id").asString()).isEqualTo(id);
		assertThat(search(this.http, "{\"city\": \"%1$s\"}").isMissingNode()).isTrue();
		assertThat(search(this.http, "{}").isMissingNode()).isTrue();
	}

	@Test
	void revealNeitherHiddenCustomersNorMaskedValues() {
		this.http.post(PATH, full()).expect(201);
		HttpProbe other = this.anyone.as(TestToken.user("customer:read:own", "customer:write:own", "customer:pii:own"));
		JsonNode hidden = search(other, "{\"name\": \"%1$s\", \"emails\": [\"%1$s@example.org\"]}");
		assertThat(hidden.get("hidden").asBoolean()).isTrue();
		assertThat(hidden.get("name").asString()).isEqualTo("n***");
		assertThat(hidden.get("id").isNull()).isTrue();
		assertThat(hidden.get("reasons")).hasToString("[\"name\"]");
		assertThat(search(other, "{\"emails\": [\"%1$s@example.org\"], \"taxNumber\": \"%1$.20s\"}").isMissingNode())
			.isTrue();
		HttpAnswer refused = other.post(PATH + "?duplicates=refuse", full()).expect(409);
		assertThat(refused.json().at("/errors/0/recordId").isMissingNode()).isTrue();
		assertThat(refused.body()).doesNotContain(this.name);
	}

	@Test
	void areFoundAmongContactsInAnyOrderOfTheirNames() {
		String customer = id(this.http.post(PATH, full()).expect(201));
		String first = contact(customer, "Hua", this.name);
		String second = contact(customer, this.name, "Hua");
		assertThat(this.http.get("/api/v1/contacts/" + second + "/duplicates")
			.expect(200)
			.json()
			.at("/items/0/id")
			.asString()).isEqualTo(first);
	}

	@Test
	void areFoundAmongNamesOfTwoCharacters() {
		String customer = id(this.http.post(PATH, full()).expect(201));
		String first = contact(customer, "\u4f1f", "\u738b");
		String second = contact(customer, "\u4f1f", "\u738b");
		assertThat(this.http.get("/api/v1/contacts/" + second + "/duplicates")
			.expect(200)
			.json()
			.get("items")
			.valueStream()
			.map((item) -> item.get("id").asString())).contains(first);
	}

	private String contact(String customer, String given, String family) {
		return id(this.http
			.post("/api/v1/contacts",
					"{\"customerId\": \"%s\", \"givenName\": \"%s\", \"familyName\": \"%s\"}".formatted(customer, given,
							family))
			.expect(201));
	}

	private JsonNode search(HttpProbe caller, String body) {
		return caller.post(PATH + "/duplicates", body.formatted(this.name, this.phone))
			.expect(200)
			.json()
			.at("/items/0");
	}

	private static String id(HttpAnswer answer) {
		return answer.json().get("id").asString();
	}

}
