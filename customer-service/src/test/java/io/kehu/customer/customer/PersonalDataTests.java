package io.kehu.customer.customer;

import java.net.http.HttpRequest.BodyPublishers;
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
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Personal data of customers and contacts, as callers see and change it who may not see
 * it in clear.
 */
@CustomerServiceTest
class PersonalDataTests {

	private static final String PATH = "/api/v1/customers";

	private static final String PHONE = "+493012345678";

	@Autowired
	private HttpProbe anyone;

	private HttpProbe clear;

	private HttpProbe masked;

	private String word;

	private String email;

	private String tax;

	private HttpAnswer customer;

	@BeforeEach
	void register() {
		this.clear = this.anyone.as("customer:pii", "customer:read", "customer:write", "customer:delete",
				"contact:read", "contact:write");
		this.masked = this.anyone.as("customer:read", "customer:write", "customer:delete", "contact:read",
				"contact:write");
		this.word = "w" + UUID.randomUUID().toString().replace("-", "");
		this.email = this.word + "@mail.example";
		this.tax = "DE" + UUID.randomUUID().toString().substring(0, 8);
		this.customer = register("Acme");
	}

	private HttpAnswer register(String name) {
		return this.clear
			.post(PATH,
					"""
							{"kind": "company", "name": "%s", "taxNumber": "%s", "emails": [{"address": "%s", "type": "work"}],
							 "phones": [{"number": "%s"}], "externalIds": [{"system": "erp", "id": "%s"}]}"""
						.formatted(name, this.tax, this.email, PHONE, UUID.randomUUID()))
			.expect(201);
	}

	private String path() {
		return this.customer.header("Location");
	}

	private String id() {
		return this.customer.json().get("id").asString();
	}

	private HttpAnswer seen() {
		return this.masked.get(path()).expect(200);
	}

	private void isMasked(String text) {
		assertThat(text).contains("***").doesNotContain(this.email, this.tax, PHONE, "mail.example");
	}

	@Test
	void isMaskedWhereverARecordIsRead() {
		this.clear.patch(path(), "*", "{\"status\": \"active\", \"emails\": []}").expect(200);
		this.clear.patch(path(), "*", "{\"emails\": [{\"address\": \"%s\"}]}".formatted(this.email)).expect(200);
		HttpAnswer one = seen();
		isMasked(one.body());
		assertThat(one.json().at("/emails/0/address").asString()).isEqualTo("w***@masked.invalid");
		assertThat(one.json().at("/phones/0/number").asString()).isEqualTo("***78");
		assertThat(one.json().get("taxNumber").asString()).isEqualTo("***" + this.tax.substring(8));
		isMasked(this.masked.get(PATH + "?id=" + id()).expect(200).body());
		isMasked(this.masked.get(path() + "/history").expect(200).body());
		isMasked(this.masked.get(PATH + "/export?format=csv&id=" + id()).expect(200).body());
		isMasked(this.masked.get(PATH + "/export?format=ndjson&id=" + id()).expect(200).body());
		isMasked(this.masked.get(PATH + "?fields=emails,phones,taxNumber&id=" + id()).expect(200).body());
		isMasked(this.masked.post(PATH + "/batch-get", "{\"ids\": [\"%s\"]}".formatted(id())).expect(200).body());
		assertThat(this.clear.get(path() + "/history").expect(200).body()).contains(this.email);
		assertThat(this.clear.get(path()).expect(200).body()).contains(this.email, this.tax, PHONE);
	}

	@Test
	void hasAnotherEntityTagThanItsMask() {
		HttpAnswer clear = this.clear.get(path()).expect(200);
		HttpAnswer mask = seen();
		assertThat(mask.etag()).isNotEqualTo(clear.etag());
		this.clear.with("If-None-Match", mask.etag()).get(path()).expect(200);
		this.clear.with("If-None-Match", clear.etag()).get(path()).expect(304);
		this.masked.with("If-None-Match", mask.etag()).get(path()).expect(304);
		this.masked.patch(path(), mask.etag(), "{\"status\": \"active\"}").expect(200);
		String plain = this.clear.post(PATH, "{\"kind\": \"company\", \"name\": \"Plain\"}").header("Location");
		assertThat(this.masked.get(plain).expect(200).etag()).as("nothing is masked")
			.isEqualTo(this.clear.get(plain).expect(200).etag());
	}

	@Test
	void isMaskedInTheAnswersToChanges() {
		isMasked(this.masked.patch(path(), "*", "{\"status\": \"active\"}").expect(200).body());
		this.masked.with("If-Match", "*").delete(path()).expect(204);
		isMasked(this.masked.get(PATH + "?deleted=true&id=" + id()).expect(200).body());
		isMasked(this.masked.with("If-Match", "*").post(path() + "/restore", "").expect(200).body());
		String created = this.masked
			.post(PATH,
					"{\"kind\": \"person\", \"name\": \"N\", \"emails\": [{\"address\": \"%s\"}]}"
						.formatted(this.email))
			.expect(201)
			.body();
		isMasked(created);
		HttpAnswer other = register("Other");
		HttpAnswer merge = this.masked.with("If-Match", "*")
			.post(path() + "/merges", "{\"merged\": [{\"id\": \"%s\"}]}".formatted(other.json().get("id").asString()))
			.expect(201);
		isMasked(merge.body());
		isMasked(this.masked.with("If-Match", "*").post(merge.header("Location") + "/undo", "").expect(200).body());
		isMasked(this.masked.get(path() + "/history").expect(200).body());
	}

	@Test
	void keepsValuesWhoseMasksAreSentBack() {
		JsonNode seen = seen().json();
		this.masked
			.patch(path(), "*",
					"{\"name\": \"New\", \"taxNumber\": \"%s\", \"emails\": %s, \"phones\": %s}"
						.formatted(seen.get("taxNumber").asString(), seen.get("emails"), seen.get("phones")))
			.expect(200);
		this.masked
			.patch(path(), "*",
					"{\"emails\": [%s, {\"address\": \"second@mail.example\"}]}"
						.formatted(seen.at("/emails/0").toString().replace("work", "home")))
			.expect(200);
		JsonNode key = seen.at("/externalIds/0");
		this.masked
			.put(PATH + "/by-external-id/%s/%s".formatted(key.get("system").asString(), key.get("id").asString()),
					seen().body())
			.expect(200);
		List<JsonNode> results = bulk(seen().body());
		assertThat(results.get(0).get("status").asString()).as(results.toString()).isEqualTo("unchanged");
		JsonNode now = this.clear.get(path()).expect(200).json();
		assertThat(now.get("name").asString()).isEqualTo("New");
		assertThat(now.get("taxNumber").asString()).isEqualTo(this.tax);
		assertThat(now.at("/phones/0/number").asString()).isEqualTo(PHONE);
		assertThat(now.at("/emails/0/address").asString()).isEqualTo(this.email);
		assertThat(now.at("/emails/0/type").asString()).isEqualTo("home");
		assertThat(now.at("/emails/1/address").asString()).isEqualTo("second@mail.example");
	}

	private List<JsonNode> bulk(String line) {
		JsonNode tree = CustomerFixture.JSON.readTree(line);
		((tools.jackson.databind.node.ObjectNode) tree).retain("kind", "name", "status", "emails", "phones",
				"taxNumber", "externalIds");
		return this.masked.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(tree.toString()))
			.expect(200)
			.lines();
	}

	@Test
	void refusesMasksThatStandForNoValue() {
		for (HttpProbe http : List.of(this.masked, this.clear)) {
			HttpAnswer patched = http
				.patch(path(), "*", "{\"emails\": [{\"address\": \"x***@masked.invalid\"}], \"taxNumber\": \"***zz\"}")
				.expect(400);
			assertThat(patched.json().get("errors").toString()).contains("/emails/0/address", "/taxNumber", "masked");
			http.post(PATH, "{\"kind\": \"company\", \"name\": \"N\", \"phones\": [{\"number\": \"***78\"}]}")
				.expect(400);
		}
		assertThat(bulk("{\"kind\": \"company\", \"name\": \"N\", \"taxNumber\": \"***12\"}").get(0).toString())
			.contains("rejected", "/taxNumber");
	}

	@ParameterizedTest
	@ValueSource(strings = { "email=a@b.example", "email[like]=a*", "email[null]=true", "email[ne]=a@b.example",
			"phone=%2B493012345678", "email[in]=a@b.example" })
	void refusesFiltersByMaskedValues(String filter) {
		for (String path : List.of(PATH, "/api/v1/contacts", PATH + "/export")) {
			assertThat(this.masked.get(path + "?" + filter).expect(403).body()).contains("customer:pii");
		}
	}

	@Test
	void searchesWhatIsSeen() {
		assertThat(FoundCustomers.ids(this.masked, "q=" + this.word)).isEmpty();
		assertThat(FoundCustomers.ids(this.clear, "q=" + this.word)).containsExactly(id());
		assertThat(FoundCustomers.ids(this.masked, "q=acme&id=" + id())).containsExactly(id());
	}

	@Test
	void showsOnlyTheRecordsThatThePermissionCovers() {
		UUID me = UUID.randomUUID();
		HttpProbe caller = this.anyone.as(TestToken.user(me, "customer:read", "customer:pii:own", "contact:read"));
		this.clear.patch(path(), "*", "{\"ownerId\": \"%s\"}".formatted(me)).expect(200);
		HttpAnswer foreign = register("Foreign");
		contact(id());
		contact(foreign.json().get("id").asString());
		assertThat(caller.get(path()).expect(200).body()).contains(this.email);
		isMasked(caller.get(foreign.header("Location")).expect(200).body());
		assertThat(FoundCustomers.ids(caller, "email=" + this.email)).containsExactly(id());
		assertThat(FoundCustomers.ids(caller, "email[ne]=" + this.email)).isEmpty();
		assertThat(FoundCustomers.ids(caller, "q=" + this.word)).containsExactly(id());
		List<String> contacts = caller.get("/api/v1/contacts?sort=createdAt&familyName=" + this.word)
			.expect(200)
			.json()
			.get("items")
			.valueStream()
			.map((item) -> item.at("/emails/0/address").asString())
			.toList();
		assertThat(contacts).containsExactly(this.email, "w***@masked.invalid");
	}

	private void contact(String customer) {
		this.clear
			.post("/api/v1/contacts",
					"{\"customerId\": \"%s\", \"familyName\": \"%s\", \"emails\": [{\"address\": \"%s\"}]}"
						.formatted(customer, this.word, this.email))
			.expect(201);
	}

}
