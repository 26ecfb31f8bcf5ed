package io.kehu.customer.lead;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.ReceivedEvent;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class LeadConversionTests extends LeadFixture {

	private static final String WITH_OPPORTUNITY = "{\"opportunity\": {\"expectedCloseOn\": \"2026-12-01\"}}";

	@Test
	void becomesACustomerAContactAndAnOpportunity() {
		String name = unique();
		HttpAnswer lead = capture(acme(name));
		HttpProbe keyed = this.http.with("Idempotency-Key", unique()).with("If-Match", lead.etag());
		String path = lead.header("Location") + "/convert";
		JsonNode converted = keyed.post(path, WITH_OPPORTUNITY).expect(200).json();
		assertThat(keyed.post(path, WITH_OPPORTUNITY).expect(200).json()).isEqualTo(converted);
		JsonNode conversion = converted.get("conversion");
		JsonNode customer = read(CUSTOMERS, conversion.get("customerId"));
		assertThat(customer.get("name").asString()).isEqualTo(name);
		assertThat(customer.get("kind").asString()).isEqualTo("company");
		assertThat(customer.get("emails").isEmpty()).isTrue();
		assertThat(customer.at("/addresses/0/city").asString()).isEqualTo("London");
		JsonNode contact = read(CONTACTS, conversion.get("contactId"));
		assertThat(contact.get("customerId")).isEqualTo(customer.get("id"));
		assertThat(contact.at("/emails/0/address").asString()).isEqualTo(name + "@example.org");
		List<ReceivedEvent> seen = this.events.awaitExactly("kehu.leads", id(lead), "io.kehu.lead.captured.v1",
				"io.kehu.lead.converted.v1");
		JsonNode event = seen.get(1).json();
		EventContract.check("io.kehu.lead.converted.v1", event.toString());
		assertThat(event.at("/conversion/opportunity/id")).isEqualTo(conversion.at("/opportunity/id"));
		assertThat(event.at("/conversion/opportunity/name").asString()).isEqualTo(name + ": Drills");
		assertThat(event.at("/conversion/opportunity/amount/amount").asString()).isEqualTo("12000.00");
		assertThat(this.http.get(PATH + "?customerId=" + customer.get("id").asString())
			.expect(200)
			.json()
			.at("/items/0/id")).isEqualTo(converted.get("id"));
		convert(lead, "{}").expect(409);
	}

	@Test
	void happensOnceHoweverManyAsk() {
		String name = unique();
		HttpAnswer lead = capture(acme(name));
		List<CompletableFuture<Integer>> answers = IntStream.range(0, 4)
			.mapToObj((number) -> CompletableFuture.supplyAsync(() -> convert(lead, "{}").status()))
			.toList();
		assertThat(answers.stream().map(CompletableFuture::join)).containsOnlyOnce(200).containsOnly(200, 409);
		assertThat(this.http.get(CUSTOMERS + "?name=" + name).expect(200).json().get("items").size()).isEqualTo(1);
	}

	@Test
	void joinsACustomerThatMatches() {
		String name = unique();
		String customer = id(this.http.post(CUSTOMERS, "{\"kind\": \"company\", \"name\": \"%s GmbH\"}".formatted(name))
			.expect(201));
		String contact = id(this.http
			.post(CONTACTS,
					"""
							{"customerId": "%s", "familyName": "Hopper", "emails": [{"address": "%s@example.org"}]}"""
						.formatted(customer, name))
			.expect(201));
		HttpAnswer lead = capture(acme(name));
		JsonNode matches = this.http.get(lead.header("Location") + "/matches").expect(200).json();
		assertThat(matches.at("/customers/0/id").asString()).isEqualTo(customer);
		assertThat(matches.at("/contacts/0/id").asString()).isEqualTo(contact);
		assertThat(matches.at("/contacts/0/reasons/0").asString()).isEqualTo("email");
		JsonNode conversion = convert(lead,
				"{\"customerId\": \"%s\", \"contactId\": \"%s\"}".formatted(customer, contact))
			.expect(200)
			.json()
			.get("conversion");
		assertThat(conversion.get("newCustomer").asBoolean()).isFalse();
		assertThat(conversion.get("newContact").asBoolean()).isFalse();
		assertThat(act(lead.header("Location"), "undo-conversion", "").expect(200).json().get("status").asString())
			.isEqualTo("new");
		this.http.get(CONTACTS + "/" + contact).expect(200);
	}

	@Test
	void offersHiddenMatchesMasked() {
		String name = unique();
		this.http.post(CUSTOMERS, "{\"kind\": \"company\", \"name\": \"%s\"}".formatted(name)).expect(201);
		HttpProbe other = this.anyone.as(TestToken.user("lead:read:own", "lead:write:own", "customer:read:own"));
		HttpAnswer lead = other.post(PATH, "{\"company\": \"%s\"}".formatted(name)).expect(201);
		JsonNode match = other.get(lead.header("Location") + "/matches").expect(200).json().at("/customers/0");
		assertThat(match.get("hidden").asBoolean()).isTrue();
		assertThat(match.get("id").isNull()).isTrue();
		assertThat(match.get("name").asString()).isEqualTo("n***");
	}

	@Test
	void isPreviewedWithoutAnyEffect() {
		String name = unique();
		HttpAnswer lead = capture(acme(name));
		String path = lead.header("Location") + "/preview-conversion";
		JsonNode preview = this.http.post(path, "{\"customer\": {\"tags\": [\"a\"]}, \"opportunity\": {}}")
			.expect(200)
			.json();
		assertThat(preview.at("/customer/name").asString()).isEqualTo(name);
		assertThat(preview.at("/customer/tags/0").asString()).isEqualTo("a");
		assertThat(preview.at("/contact/familyName").asString()).isEqualTo("Hopper");
		assertThat(preview.at("/opportunity/name").asString()).isEqualTo(name + ": Drills");
		assertThat(this.http.get(CUSTOMERS + "?name=" + name).expect(200).json().get("items").isEmpty()).isTrue();
		assertThat(this.http.get(lead.header("Location")).expect(200).etag()).isEqualTo(lead.etag());
		assertThat(this.http.post(path, "{\"customer\": {\"kind\": \"alien\"}}")
			.expect(400)
			.json()
			.at("/errors/0/pointer")).hasToString("\"/customer/kind\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"customer\": {\"name\": \" \"}|/customer/name",
			"\"contact\": {\"emails\": [{\"address\": \"nowhere\"}]}|/contact/emails/0/address",
			"\"contactId\": \"0199b8a4-7c1e-7d3a-9f52-3b6c1a2d4e5f\"|/contactId",
			"\"customerId\": \"0199b8a4-7c1e-7d3a-9f52-3b6c1a2d4e5f\"|/customerId",
			"\"createContact\": false, \"contact\": {}|/contact",
			"\"contact\": {\"customerId\": \"0199b8a4-7c1e-7d3a-9f52-3b6c1a2d4e5f\"}|/contact/customerId",
			"\"opportunity\": {\"amount\": {\"amount\": \"x\", \"currency\": \"EUR\"}}|/opportunity/amount/amount" })
	void leavesNothingBehindWhenItIsRefused(String fields, String pointer) {
		String name = unique();
		HttpAnswer lead = capture(acme(name));
		JsonNode refused = convert(lead, "{%s}".formatted(fields)).expect(400).json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
		assertThat(this.http.get(CUSTOMERS + "?name=" + name).expect(200).json().get("items").isEmpty()).isTrue();
		assertThat(this.http.get(lead.header("Location")).expect(200).json().get("status").asString()).isEqualTo("new");
	}

	@Test
	void isUndoneExceptForWhatIsUsed() {
		HttpAnswer unused = capture(acme(unique()));
		act(unused.header("Location"), "qualify", "").expect(200);
		JsonNode first = convert(unused, "{}").expect(200).json().get("conversion");
		JsonNode undone = act(unused.header("Location"), "undo-conversion", "").expect(200).json();
		assertThat(undone.get("status").asString()).isEqualTo("qualified");
		assertThat(undone.at("/conversion/kept").isEmpty()).isTrue();
		EventContract.check("io.kehu.lead.unconverted.v1", undone.toString());
		this.http.get(CUSTOMERS + "/" + first.get("customerId").asString()).expect(404);
		this.http.get(CONTACTS + "/" + first.get("contactId").asString()).expect(404);
		act(unused.header("Location"), "undo-conversion", "").expect(409);
		HttpAnswer used = capture(acme(unique()));
		JsonNode second = convert(used, "{}").expect(200).json().get("conversion");
		this.http.patch(CONTACTS + "/" + second.get("contactId").asString(), "*", "{\"role\": \"boss\"}").expect(200);
		JsonNode kept = act(used.header("Location"), "undo-conversion", "").expect(200).json().at("/conversion/kept");
		assertThat(kept.valueStream().map((one) -> one.get("kind").asString() + " " + one.get("reason").asString()))
			.containsExactly("contact changed", "customer in_use");
		this.http.get(CUSTOMERS + "/" + second.get("customerId").asString()).expect(200);
	}

	@Test
	void followsTheCustomerThroughAMerge() {
		HttpAnswer lead = capture(acme(unique()));
		String customer = convert(lead, "{}").expect(200).json().at("/conversion/customerId").asString();
		HttpAnswer survivor = this.http.post(CUSTOMERS, "{\"kind\": \"company\", \"name\": \"Acme\"}").expect(201);
		HttpAnswer merge = this.http.with("If-Match", "*")
			.post(survivor.header("Location") + "/merges", "{\"merged\": [{\"id\": \"%s\"}]}".formatted(customer))
			.expect(201);
		assertThat(customerOf(lead)).isEqualTo(id(survivor));
		this.http.with("If-Match", "*").post(merge.header("Location") + "/undo", "").expect(200);
		assertThat(customerOf(lead)).isEqualTo(customer);
	}

	private String customerOf(HttpAnswer lead) {
		return this.http.get(lead.header("Location")).expect(200).json().at("/conversion/customerId").asString();
	}

	@Test
	void doesNotRevealWhatIsMasked() {
		UUID user = UUID.randomUUID();
		HttpAnswer lead = capture(acme(unique()));
		HttpProbe masked = this.anyone.as(TestToken.user(user, "lead:read", "lead:write", "customer:pii:own",
				"customer:read", "customer:write", "contact:read", "contact:write"));
		masked.with("If-Match", "*").post(lead.header("Location") + "/convert", "{}").expect(403);
		masked.post(lead.header("Location") + "/preview-conversion", "{}").expect(403);
		HttpProbe blind = this.anyone.as(TestToken.user(user, "lead:read", "lead:write", "customer:read",
				"customer:write", "contact:read", "contact:write"));
		JsonNode preview = blind.post(lead.header("Location") + "/preview-conversion", "{}").expect(200).json();
		assertThat(preview.at("/contact/emails/0/address").asString()).isEqualTo("n***@masked.invalid");
		HttpProbe reader = this.anyone.as("lead:read", "lead:write", "customer:read");
		reader.with("If-Match", "*").post(lead.header("Location") + "/convert", "{}").expect(403);
	}

}
