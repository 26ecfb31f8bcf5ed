package io.kehu.order.order;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.kehu.platform.test.probe.HttpAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invoices for orders of 9.90 EUR.
 */
class OrderInvoiceTests extends OrderFixture {

	private static final String INVOICES = "/api/v1/invoices";

	private String path;

	private String order;

	private String series;

	@BeforeEach
	void place() {
		HttpAnswer placed = order("\"orderDate\": \"2026-05-05\"");
		this.path = placed.header("Location");
		this.order = placed.json().get("id").asString();
		this.series = UUID.randomUUID().toString().replaceAll("[^a-f]", "").toUpperCase(java.util.Locale.ROOT)
				+ "ABCDEFGHIJ";
		this.series = this.series.substring(0, 10);
	}

	private HttpAnswer invoice(String of, String further) {
		return this.http.post(INVOICES,
				"{\"orderId\": \"%s\", \"series\": \"%s\"%s}".formatted(of, this.series, further));
	}

	private HttpAnswer send(String invoice, String intent, String body) {
		return this.http.with("If-Match", "*").post(invoice + "/" + intent, body);
	}

	@Test
	void copyTheOrderAndNeverChange() {
		HttpAnswer issued = invoice(this.order, ", \"issuedOn\": \"2026-05-06\", \"billTo\": [\"Acme\"]").expect(201);
		JsonNode invoice = issued.json();
		assertThat(invoice.get("number").asString()).isEqualTo(this.series + "-000001");
		assertThat(invoice.get("dueOn").asString()).isEqualTo("2026-05-20");
		assertThat(invoice.at("/total/amount").asString()).isEqualTo("9.90");
		assertThat(invoice.at("/lines/0/sku").asString()).isEqualTo(this.sku);
		String at = issued.header("Location");
		assertThat(this.http.patch(at, "*", "{\"note\": \"x\"}").expect(400).json().at("/errors/0/code").asString())
			.isEqualTo("immutable");
		this.http.patch(at, "*", "{\"dueOn\": \"2026-06-01\"}").expect(200);
		this.http.with("If-Match", "*").delete(at).expect(409);
		this.http.patch(this.path, "*", "{\"lines\": [{\"sku\": \"%s\", \"quantity\": 5}]}".formatted(this.sku))
			.expect(200);
		assertThat(this.http.get(at).json().at("/total/amount").asString()).isEqualTo("9.90");
		invoice(this.order, "").expect(409);
		assertThat(this.http.get(at + "/pdf").expect(200).header("Content-Type")).startsWith("application/pdf");
		this.events.awaitExactly("kehu.invoices", invoice.get("id").asString(), "io.kehu.invoice.issued.v1",
				"io.kehu.invoice.changed.v1");
	}

	@Test
	void areNumberedWithoutGapsHoweverManyFail() {
		List<String> orders = IntStream.range(0, 6)
			.mapToObj((i) -> order("\"orderDate\": \"2026-05-05\"").json().get("id").asString())
			.toList();
		List<Integer> answers = IntStream.range(0, 18)
			.parallel()
			.mapToObj((i) -> invoice(orders.get(i % 6), "").status())
			.toList();
		assertThat(answers).containsOnly(201, 409).filteredOn((status) -> status == 201).hasSize(6);
		invoice(UUID.randomUUID().toString(), "").expect(400);
		invoice(this.order, ", \"dueOn\": \"2000-01-01\"").expect(400);
		assertThat(texts(this.http.get(INVOICES + "?series=%s&sort=number".formatted(this.series)).json().get("items"),
				"number"))
			.containsExactlyElementsOf(
					LongStream.rangeClosed(1, 6).mapToObj((no) -> "%s-%06d".formatted(this.series, no)).toList());
	}

	@Test
	void areCreditedPartByPart() {
		this.http
			.patch(this.path, "*",
					"{\"lines\": [{\"sku\": \"%s\", \"quantity\": 3, \"tax\": 0.19}]}".formatted(this.sku))
			.expect(200);
		HttpAnswer issued = invoice(this.order, "").expect(201);
		String at = issued.header("Location");
		HttpAnswer note = send(at, "credit", "{\"lines\": [{\"lineNo\": 1, \"quantity\": 1}], \"note\": \"Broken\"}")
			.expect(200);
		assertThat(note.json().get("kind").asString()).isEqualTo("credit_note");
		assertThat(note.json().get("number").asString()).startsWith("CN-");
		assertThat(note.json().at("/total/amount").asString()).isEqualTo("11.78");
		assertThat(send(at, "credit", "{\"lines\": [{\"lineNo\": 1, \"quantity\": 2.1}]}").expect(400)
			.json()
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/creditedLines/0/quantity");
		assertThat(send(at, "credit", "{}").expect(200).json().at("/lines/0/quantity").decimalValue())
			.isEqualByComparingTo("2");
		send(at, "credit", "{}").expect(409);
		JsonNode credited = this.http.get(at).json();
		assertThat(credited.at("/credited/amount")).isEqualTo(credited.at("/total/amount"));
		invoice(this.order, "").expect(201);
	}

	@Test
	void areRemindedOfUntilTheyArePaid() {
		HttpAnswer issued = invoice(this.order, ", \"issuedOn\": \"2026-01-01\", \"dueOn\": \"2026-01-02\"")
			.expect(201);
		String at = issued.header("Location");
		for (int level = 1; level <= 3; level++) {
			assertThat(send(at, "remind", "").expect(200).json().get("dunningLevel").asInt()).isEqualTo(level);
		}
		send(at, "remind", "").expect(409);
		HttpAnswer other = order("\"orderDate\": \"2026-05-05\"");
		HttpAnswer due = invoice(other.json().get("id").asString(), ", \"dueOn\": \"2999-01-01\"").expect(201);
		send(due.header("Location"), "remind", "").expect(409);
	}

	@Test
	void areLoadedWithTheirNumbers() {
		String line = "{\"orderId\": \"%s\", \"series\": \"%s\", \"number\": \"%s-000500\", \"issuedOn\": \"2020-01-01\", \"dueOn\": \"2020-02-01\"}"
			.formatted(this.order, this.series, this.series);
		List<JsonNode> results = this.http.with("Content-Type", "application/x-ndjson")
			.post(INVOICES + "/bulk", line + "\n" + line)
			.expect(200)
			.lines();
		assertThat(results).extracting((one) -> one.get("status").asString()).containsExactly("created", "unchanged");
		HttpAnswer other = order("\"orderDate\": \"2026-05-05\"");
		assertThat(invoice(other.json().get("id").asString(), "").expect(201).json().get("number").asString())
			.isEqualTo(this.series + "-000501");
	}

	@Test
	void areIssuedOnceInALoad() {
		String line = "{\"orderId\": \"%s\", \"series\": \"%s\", \"number\": \"%s-%s\"}";
		List<JsonNode> results = this.http.with("Content-Type", "application/x-ndjson")
			.post(INVOICES + "/bulk",
					line.formatted(this.order, this.series, this.series, "000001") + "\n"
							+ line.formatted(this.order, this.series, this.series, "000002"))
			.expect(200)
			.lines();
		assertThat(results).extracting((one) -> one.get("status").asString()).containsExactly("created", "rejected");
		String credit = "{\"creditedInvoiceId\": \"%s\"}".formatted(results.get(0).get("id").asString());
		assertThat(this.http.with("Content-Type", "application/x-ndjson")
			.post(INVOICES + "/bulk", credit + "\n" + credit)
			.expect(200)
			.lines()).extracting((one) -> one.get("status").asString()).containsExactly("created", "rejected");
	}

	@Test
	void takeNumbersOnlyInALoadAndOfTheirSeries() {
		invoice(this.order, ", \"number\": \"%s-000900\"".formatted(this.series)).expect(400);
		String line = "{\"orderId\": \"%s\", \"series\": \"%s\", \"number\": \"CN-999999999\"}".formatted(this.order,
				this.series);
		assertThat(this.http.with("Content-Type", "application/x-ndjson")
			.post(INVOICES + "/bulk", line)
			.expect(200)
			.lines()
			.get(0)
			.toString()).contains("rejected", "/number");
		assertThat(invoice(this.order, "").expect(201).json().get("number").asString())
			.isEqualTo(this.series + "-000001");
	}

}
