package io.kehu.order.order;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.token.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the lines of a bulk load reveal about orders, and what a rejected line leaves
 * behind.
 */
class OrderBulkAccessTests extends OrderFixture {

	private static final String AGREED = ", \"unitPrice\": {\"amount\": \"7.77\", \"currency\": \"EUR\"}, \"discount\": 0.5";

	private final String number = UUID.randomUUID().toString();

	@ParameterizedTest
	@ValueSource(strings = { "merge", "replace" })
	void everyLineThatNamesAHiddenOrderGetsTheSameAnswer(String mode) {
		order("\"clientOrderNumber\": \"%s\", \"ownerId\": \"%s\"".formatted(this.number, UUID.randomUUID()));
		this.http.with("Content-Type", "application/x-ndjson")
			.post(PATH + "/bulk", line("\"lines\": [{\"sku\": \"%s\", \"quantity\": 1%s}]".formatted(this.sku, AGREED)))
			.expect(200);
		HttpProbe stranger = this.anyone.as(TestToken.user("order:read:own", "order:write:own", "customer:read"));
		String whole = "\"customerId\": \"%s\", ".formatted(this.customer);
		List<String> guesses = List.of(whole + lines(AGREED), whole + lines(AGREED.replace("7.77", "7.78")),
				whole + lines(", \"discount\": 0.5"), whole + lines(", \"discount\": 0.51"),
				whole + lines("") + ", \"status\": \"completed\"",
				whole + lines("") + ", \"orderDate\": \"1700-01-01\"",
				"\"customerId\": \"%s\", ".formatted(UUID.randomUUID()) + lines(""),
				whole + "\"lines\": [{\"sku\": \"none\", \"quantity\": 1}]");
		List<String> parts = guesses.stream().map((guess) -> guess.replace(whole, "")).toList();
		for (String guess : mode.equals("merge") ? Stream.concat(guesses.stream(), parts.stream()).toList() : guesses) {
			JsonNode answer = load(stranger, mode, line(guess)).get(0);
			assertThat(answer.get("errors").toString()).as(guess)
				.contains("/clientOrderNumber", "belongs to another order")
				.isEqualTo(load(stranger, mode, line(guesses.get(0))).get(0).get("errors").toString());
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "\"orderDate\": \"2026-11-02\"", "\"customerId\": \"00000000-0000-7000-8000-000000000000\"",
					"\"lines\": [{\"sku\": \"none\", \"quantity\": 9}]",
					"\"ownerId\": \"00000000-0000-7000-8000-000000000000\"" })
	void aRejectedLineLeavesNothingForTheNext(String rejected) {
		UUID owner = UUID.randomUUID();
		String path = order("\"orderDate\": \"2026-11-01\", \"clientOrderNumber\": \"%s\", \"ownerId\": \"%s\""
			.formatted(this.number, owner)).header("Location");
		HttpProbe caller = this.anyone.as(TestToken.user(owner, "order:read:own", "order:write:own", "customer:read"));
		List<JsonNode> results = load(caller, "merge", line(rejected) + "\n" + line("\"status\": \"confirmed\""));
		assertThat(texts(results, "status")).containsExactly("rejected", "updated");
		JsonNode order = this.http.get(path).expect(200).json();
		assertThat(order.get("status").asString()).isEqualTo("confirmed");
		assertThat(order.get("orderDate").asString()).isEqualTo("2026-11-01");
		assertThat(order.get("customerId").asString()).isEqualTo(this.customer.toString());
		assertThat(order.at("/lines/0/quantity").asInt()).isOne();
	}

	@Test
	void aLineIsNotCompletedFromARejectedOne() {
		String unknown = line(
				"\"customerId\": \"%s\", \"lines\": [{\"sku\": \"none\", \"quantity\": 1}]".formatted(this.customer));
		List<JsonNode> results = load(this.http, "merge", unknown + "\n" + line(lines("")));
		assertThat(texts(results, "status")).containsExactly("rejected", "rejected");
		assertThat(results.get(1).at("/errors/0/pointer").asString()).isEqualTo("/customerId");
	}

	@Test
	void linesSeeTheAcceptedOnesBeforeThem() {
		String whole = "\"customerId\": \"%s\", \"orderDate\": \"1999-05-05\", ".formatted(this.customer) + lines("");
		String other = UUID.randomUUID().toString();
		List<JsonNode> results = load(this.http, "merge",
				String.join("\n", line("\"status\": \"placed\""), line(whole), line("\"status\": \"confirmed\""),
						line("\"orderDate\": null"), line(whole).replace(this.number, other)));
		assertThat(texts(results, "status")).containsExactly("rejected", "created", "updated", "unchanged", "created");
		assertThat(this.http.get(PATH + "/" + results.get(4).get("id").asString()).json().get("number").asString())
			.startsWith("O-1999-");
		List<JsonNode> again = load(this.http, "merge", line("\"status\": \"placed\"") + "\n"
				+ "{\"clientOrderNumber\": \"%s\", %s}".formatted(UUID.randomUUID(), whole.replace("1999", "2001")));
		assertThat(this.http.get(PATH + "/" + again.get(1).get("id").asString()).json().get("number").asString())
			.startsWith("O-2001-");
	}

	private String lines(String terms) {
		return "\"lines\": [{\"sku\": \"%s\", \"quantity\": 1%s}]".formatted(this.sku, terms);
	}

	private String line(String members) {
		return "{\"clientOrderNumber\": \"%s\", %s}".formatted(this.number, members);
	}

	private static List<JsonNode> load(HttpProbe caller, String mode, String body) {
		return caller.with("Content-Type", "application/x-ndjson")
			.post(PATH + "/bulk?mode=" + mode, body)
			.expect(200)
			.lines();
	}

}
