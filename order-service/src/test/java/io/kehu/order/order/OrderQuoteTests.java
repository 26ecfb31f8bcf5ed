package io.kehu.order.order;

import java.util.List;
import java.util.stream.IntStream;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Quotes for a product of 9.90 EUR. Callers may grant 20%, those with the role
 * {@code sales-lead} 40%.
 */
class OrderQuoteTests extends OrderFixture {

	private static final String QUOTES = "/api/v1/quotes";

	private HttpProbe clerk() {
		return this.anyone.as("quote:read", "quote:write", "order:read", "order:write", "customer:read");
	}

	private HttpProbe lead() {
		return this.anyone.as(TestToken
			.user("quote:read", "quote:write", "quote:approve", "order:read", "order:write", "customer:read")
			.roles("sales-lead"));
	}

	private String body(String line, String further) {
		return "{\"customerId\": \"%s\", \"lines\": [{\"sku\": \"%s\", \"quantity\": 2%s}]%s}".formatted(this.customer,
				this.sku, line, further);
	}

	private HttpAnswer quote(String line) {
		return clerk().post(QUOTES, body(line, "")).expect(201);
	}

	private static HttpAnswer send(HttpProbe caller, String quote, String intent) {
		return caller.with("If-Match", "*").post(quote + "/" + intent, intent.equals("submit") ? "" : "{}");
	}

	@Test
	void becomeOneOrderHoweverOftenTheyAreAccepted() {
		HttpAnswer drafted = quote(", \"discount\": 0.1, \"tax\": 0.19");
		JsonNode draft = drafted.json();
		assertThat(draft.at("/lines/0/unitPrice/amount").asString()).isEqualTo("9.90");
		assertThat(draft.at("/total/amount").asString()).isEqualTo("21.21");
		assertThat(draft.get("number").asString()).startsWith("Q-");
		String at = drafted.header("Location");
		send(clerk(), at, "accept").expect(409);
		send(clerk(), at, "send").expect(200);
		this.http
			.patch("/api/v1/products/" + this.product, "*", "{\"price\": {\"amount\": \"50\", \"currency\": \"EUR\"}}")
			.expect(200);
		List<HttpAnswer> answers = IntStream.range(0, 6)
			.parallel()
			.mapToObj((i) -> send(clerk(), at, "accept"))
			.toList();
		assertThat(answers).extracting(HttpAnswer::status).containsOnly(200);
		List<String> orders = answers.stream().map((one) -> one.json().get("orderId").asString()).distinct().toList();
		assertThat(orders).hasSize(1);
		JsonNode placed = this.http.get(PATH + "?customerId=" + this.customer).expect(200).json().get("items");
		assertThat(texts(placed, "id")).isEqualTo(orders);
		assertThat(placed.at("/0/status").asString()).isEqualTo("placed");
		assertThat(placed.at("/0/total")).isEqualTo(draft.get("total"));
		this.events.awaitExactly("kehu.quotes", draft.get("id").asString(), "io.kehu.quote.drafted.v1",
				"io.kehu.quote.sent.v1", "io.kehu.quote.accepted.v1");
		this.events.awaitExactly("kehu.orders", orders.get(0), "io.kehu.order.placed.v1");
		this.http.with("If-Match", "*").delete(at).expect(409);
	}

	@Test
	void needApprovalAboveTheLimitOfTheCaller() {
		String at = quote(", \"discount\": 0.3").header("Location");
		assertThat(send(clerk(), at, "send").expect(403).json().get("type").asString()).endsWith("discount-limit");
		send(clerk(), at, "submit").expect(200);
		clerk().patch(at, "*", "{\"note\": \"x\"}").expect(409);
		send(clerk(), at, "send").expect(409);
		send(clerk(), at, "approve").expect(403);
		JsonNode approved = send(lead(), at, "approve").expect(200).json();
		assertThat(approved.get("approvedDiscount").decimalValue()).isEqualByComparingTo("0.3");
		send(clerk(), at, "send").expect(200);
		String cheap = quote(", \"unitPrice\": {\"amount\": \"4.95\", \"currency\": \"EUR\"}").header("Location");
		send(clerk(), cheap, "submit").expect(200);
		send(lead(), cheap, "approve").expect(403);
		JsonNode rejected = lead().with("If-Match", "*")
			.post(cheap + "/reject", "{\"reason\": \"Too cheap\"}")
			.expect(200)
			.json();
		assertThat(rejected.get("status").asString()).isEqualTo("draft");
		assertThat(rejected.get("reason").asString()).isEqualTo("Too cheap");
		send(this.http.as(TestToken.user("quote:read", "quote:write", "order:price")), cheap, "send").expect(200);
	}

	@Test
	void keepTheVersionsThatTheCustomerHad() {
		String at = clerk().post(QUOTES, body("", ", \"recipient\": [\"Acme\"]")).expect(201).header("Location");
		send(clerk(), at, "send").expect(200);
		send(clerk(), at, "revise").expect(200);
		clerk().patch(at, "*", "{\"lines\": [{\"sku\": \"%s\", \"quantity\": 3}]}".formatted(this.sku)).expect(200);
		JsonNode second = send(clerk(), at, "send").expect(200).json();
		assertThat(second.get("revision").asInt()).isEqualTo(2);
		assertThat(second.at("/total/amount").asString()).isEqualTo("29.70");
		assertThat(second.at("/revisions/0/total/amount").asString()).isEqualTo("19.80");
		assertThat(clerk().get(at + "/pdf?revision=1").expect(200).header("Content-Type"))
			.startsWith("application/pdf");
		clerk().get(at + "/pdf?revision=3").expect(404);
		send(clerk(), at, "decline").expect(200);
		send(clerk(), at, "accept").expect(409);
	}

	@Test
	void areValidUntilADay() {
		String at = clerk().post(QUOTES, body("", ", \"validUntil\": \"2020-01-01\"")).expect(201).header("Location");
		assertThat(send(clerk(), at, "send").expect(409).json().at("/errors/0/pointer").asString())
			.isEqualTo("/validUntil");
		assertThat(
				clerk().post(QUOTES, body(", \"tax\": 10", "")).expect(400).json().at("/errors/0/pointer").asString())
			.isEqualTo("/lines/0/tax");
		assertThat(clerk().post(QUOTES, body("", "").replace(this.sku, "none"))
			.expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/lines/0/sku");
		HttpProbe withoutCustomers = this.anyone.as(TestToken.user("quote:read", "quote:write"));
		assertThat(withoutCustomers.post(QUOTES, body("", "")).expect(400).json().at("/errors/0/pointer").asString())
			.isEqualTo("/customerId");
	}

	@Test
	void areLoadedByTheirNumbers() {
		String number = "OLD-" + this.sku;
		String line = body("", ", \"number\": \"%s\"".formatted(number));
		List<JsonNode> results = clerk().with("Content-Type", "application/x-ndjson")
			.post(QUOTES + "/bulk",
					line + "\n" + line + "\n" + "{\"number\": \"%s\", \"note\": \"Later\"}".formatted(number))
			.expect(200)
			.lines();
		assertThat(results).extracting((one) -> one.get("status").asString())
			.containsExactly("created", "unchanged", "updated");
	}

}
