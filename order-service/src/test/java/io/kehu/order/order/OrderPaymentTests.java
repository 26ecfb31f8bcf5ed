package io.kehu.order.order;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Payments for orders of 9.90 EUR.
 */
class OrderPaymentTests extends OrderFixture {

	private static final String PAYMENTS = "/api/v1/payments";

	private String path;

	private String order;

	@BeforeEach
	void place() {
		HttpAnswer placed = order("\"orderDate\": \"2026-05-05\"");
		this.path = placed.header("Location");
		this.order = placed.json().get("id").asString();
	}

	private static String money(String amount) {
		return "{\"amount\": \"%s\", \"currency\": \"EUR\"}".formatted(amount);
	}

	private static String body(String amount, String further) {
		return "{\"reference\": \"%s\", \"amount\": %s, \"method\": \"transfer\", \"receivedOn\": \"2026-05-06\"%s}"
			.formatted(UUID.randomUUID(), money(amount), further);
	}

	private String allocated(String amount) {
		return ", \"allocations\": [{\"orderId\": \"%s\", \"amount\": %s}]".formatted(this.order, money(amount));
	}

	private HttpAnswer pay(String amount, String further) {
		return this.http.post(PAYMENTS, body(amount, further)).expect(201);
	}

	private HttpAnswer send(String payment, String intent, String body) {
		return this.http.with("If-Match", "*").post(payment + "/" + intent, body);
	}

	private String state() {
		JsonNode now = this.http.get(this.path).expect(200).json();
		return "%s %s-%s".formatted(now.get("paymentStatus").asString(), now.at("/paid/amount").asString(),
				now.at("/refunded/amount").asString());
	}

	@Test
	void payInPartsAndTooMuchAndAreRefunded() {
		assertThat(state()).isEqualTo("unpaid 0.00-0.00");
		pay("4", allocated("4"));
		assertThat(state()).isEqualTo("partially_paid 4.00-0.00");
		HttpAnswer second = pay("10", "");
		assertThat(second.json().at("/unallocated/amount").asString()).isEqualTo("10.00");
		HttpAnswer allocated = send(second.header("Location"), "allocate",
				"{\"orderId\": \"%s\"}".formatted(this.order))
			.expect(200);
		assertThat(allocated.json().at("/unallocated/amount").asString()).as("the order needs 5.90").isEqualTo("4.10");
		assertThat(state()).isEqualTo("paid 9.90-0.00");
		send(second.header("Location"), "allocate", "{\"orderId\": \"%s\"}".formatted(this.order)).expect(409);
		send(second.header("Location"), "allocate",
				"{\"orderId\": \"%s\", \"amount\": %s}".formatted(this.order, money("4.10")))
			.expect(200);
		assertThat(state()).isEqualTo("overpaid 14.00-0.00");
		String refund = "{\"orderId\": \"%s\", \"amount\": %s, \"reason\": \"Paid twice\"}";
		send(second.header("Location"), "refund", refund.formatted(this.order, money("4.10"))).expect(200);
		assertThat(state()).isEqualTo("paid 14.00-4.10");
		send(second.header("Location"), "refund", refund.formatted(this.order, money("5.91"))).expect(400);
		HttpAnswer refunded = send(second.header("Location"), "refund", refund.formatted(this.order, money("5.90")))
			.expect(200);
		assertThat(refunded.json().at("/refunded/amount").asString()).isEqualTo("10.00");
		assertThat(state()).isEqualTo("partially_refunded 14.00-10.00");
		this.events.awaitExactly("kehu.payments", second.json().get("id").asString(), "io.kehu.payment.received.v1",
				"io.kehu.payment.allocated.v1", "io.kehu.payment.allocated.v1", "io.kehu.payment.refunded.v1",
				"io.kehu.payment.refunded.v1");
		this.events.awaitExactly("kehu.orders", this.order, "io.kehu.order.placed.v1", "io.kehu.order.settled.v1",
				"io.kehu.order.settled.v1", "io.kehu.order.settled.v1", "io.kehu.order.settled.v1",
				"io.kehu.order.settled.v1");
	}

	@Test
	void countOnlyWhileTheyExist() {
		HttpAnswer payment = pay("9.90", allocated("9.90"));
		String at = payment.header("Location");
		assertThat(state()).isEqualTo("paid 9.90-0.00");
		this.http.with("If-Match", "*").delete(at).expect(204);
		assertThat(state()).isEqualTo("unpaid 0.00-0.00");
		this.http.post(at + "/restore", "").expect(200);
		assertThat(state()).isEqualTo("paid 9.90-0.00");
		this.http.patch(at, "*", "{\"allocations\": []}").expect(200);
		assertThat(state()).isEqualTo("unpaid 0.00-0.00");
		assertThat(texts(this.http.get(PAYMENTS + "?orderId=" + this.order).json().get("items"), "id")).isEmpty();
	}

	@Test
	void areCorrectedAsAWhole() {
		HttpAnswer payment = pay("5", allocated("5"));
		String at = payment.header("Location");
		send(at, "refund", "{\"orderId\": \"%s\", \"amount\": %s}".formatted(this.order, money("2"))).expect(200);
		assertThat(state()).isEqualTo("partially_refunded 5.00-2.00");
		this.http.patch(at, "*", "{\"refunds\": []}").expect(200);
		assertThat(state()).isEqualTo("partially_paid 5.00-0.00");
	}

	@ParameterizedTest
	@CsvSource({ "JPY, 990, 990, 0.5", "KWD, 9.9, 9.900, 0.0005" })
	void haveTheDecimalsOfTheirCurrency(String currency, String given, String shown, String tooFine) {
		String line = "{\"sku\": \"%s\", \"quantity\": 1, \"unitPrice\": {\"amount\": \"%s\", \"currency\": \"%s\"}}"
			.formatted(this.sku, given, currency);
		this.http.patch(this.path, "*", "{\"lines\": [%s]}".formatted(line)).expect(200);
		String payment = body(given, allocated(given)).replace("EUR", currency);
		this.http.post(PAYMENTS, payment).expect(201);
		JsonNode now = this.http.get(this.path).expect(200).json();
		assertThat(now.get("paymentStatus").asString()).isEqualTo("paid");
		assertThat(now.at("/paid/amount").asString()).isEqualTo(shown);
		String fine = body(tooFine, "").replace("EUR", currency);
		assertThat(this.http.post(PAYMENTS, fine).expect(400).json().at("/errors/0/pointer").asString())
			.isEqualTo("/amount/amount");
	}

	@Test
	void followTheTotalOfTheOrder() {
		pay("9.90", allocated("9.90"));
		this.http.patch(this.path, "*", "{\"lines\": [{\"sku\": \"%s\", \"quantity\": 2}]}".formatted(this.sku))
			.expect(200);
		assertThat(state()).isEqualTo("partially_paid 9.90-0.00");
		assertThat(this.http.patch(this.path, "*",
				"{\"lines\": [{\"sku\": \"%s\", \"quantity\": 2, \"unitPrice\": {\"amount\": \"1\", \"currency\": \"USD\"}}]}"
					.formatted(this.sku))
			.expect(409)
			.json()
			.at("/errors/0/code")
			.asString()).isEqualTo("currency_mismatch");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			textBlock = """
					0  |                                                          | /amount/amount
					5  | {"orderId": "$", "amount": {"amount": "6", "currency": "EUR"}} | /allocations
					5  | {"orderId": "$", "amount": {"amount": "1", "currency": "USD"}} | /allocations/0/amount/currency
					5  | {"orderId": "$", "amount": {"amount": "0", "currency": "EUR"}} | /allocations/0/amount/amount
					5  | {"orderId": "01941f29-7c00-7000-8000-000000000011", "amount": {"amount": "1", "currency": "EUR"}} | /allocations/0/orderId
					5  | {"orderId": "$", "amount": {"amount": "1", "currency": "EUR"}}, {"orderId": "$", "amount": {"amount": "1", "currency": "EUR"}} | /allocations/1/orderId
					""")
	void areSound(String amount, String allocations, String pointer) {
		String given = (allocations != null) ? allocations.replace("$", this.order) : "";
		JsonNode refused = this.http.post(PAYMENTS, body(amount, ", \"allocations\": [%s]".formatted(given)))
			.expect(400)
			.json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo(pointer);
		assertThat(state()).isEqualTo("unpaid 0.00-0.00");
	}

	@Test
	void areForOrdersThatTheCallerSees() {
		HttpProbe clerk = this.anyone.as("payment:read", "payment:write", "order:read:own");
		assertThat(
				clerk.post(PAYMENTS, body("5", allocated("5"))).expect(400).json().at("/errors/0/pointer").asString())
			.isEqualTo("/allocations/0/orderId");
	}

	@Test
	void areLoadedInBulkByTheirReference() {
		String line = body("5", allocated("5"));
		List<JsonNode> results = this.http.with("Content-Type", "application/x-ndjson")
			.post(PAYMENTS + "/bulk", line + "\n" + line + "\n" + line.replace("\"5\"", "\"6\""))
			.expect(200)
			.lines();
		assertThat(results).extracting((one) -> one.get("status").asString())
			.containsExactly("created", "unchanged", "updated");
		assertThat(state()).isEqualTo("partially_paid 6.00-0.00");
	}

	@Test
	void addUpWhenTheyArriveTogether() {
		List<Integer> answers = IntStream.range(0, 8)
			.parallel()
			.mapToObj((i) -> this.http.post(PAYMENTS, body("1", allocated("1"))).status())
			.toList();
		assertThat(answers).containsOnly(201);
		assertThat(state()).isEqualTo("partially_paid 8.00-0.00");
	}

}
