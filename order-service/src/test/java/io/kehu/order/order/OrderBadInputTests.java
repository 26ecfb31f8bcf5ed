package io.kehu.order.order;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.StreamedUpload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class OrderBadInputTests extends OrderFixture {

	private static final long HUGE = 100L << 20;

	@Autowired
	private JdbcTemplate jdbc;

	private long stored;

	@BeforeEach
	void count() {
		this.stored = rows();
	}

	@AfterEach
	void storesNothing() {
		assertThat(rows()).isEqualTo(this.stored);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{$c, "lines": [$l], "colour": "red"}                                   | /colour              | unknown_field
					{$c, "lines": [{"sku": "x", "quantity": 1, "size": 4}]}                | /lines/0/size        | unknown_field
					{$c, "lines": [$l], "total": {"amount": "1", "currency": "EUR"}}       | /total               | unknown_field
					{$c, "lines": [{"sku": 7, "quantity": 1}]}                             | /lines/0/sku         | wrong_type
					{$c, "lines": [{"sku": "x", "quantity": true}]}                        | /lines/0/quantity    | wrong_type
					{$c, "lines": {"sku": "x"}}                                            | /lines               | wrong_type
					{$c, "lines": [7]}                                                     | /lines/0             | wrong_type
					{$c, "lines": [null]}                                                  | /lines/0             | required
					{$c, "lines": null}                                                    | /lines               | required
					{$c, "lines": [{"sku": "x"}]}                                          | /lines/0/quantity    | required
					{$c, "lines": [{"sku": "x", "quantity": -1}]}                          | /lines/0/quantity    | out_of_range
					{$c, "lines": [{"sku": "x", "quantity": 0.00001}]}                     | /lines/0/quantity    | out_of_range
					{$c, "lines": [{"sku": "x", "quantity": 1, "tax": -0.1}]}              | /lines/0/tax         | out_of_range
					{$c, "lines": [{"productId": "7", "quantity": 1}]}                     | /lines/0/productId   | invalid_value
					{$c, "lines": [{"sku": "x", "quantity": 1, "unitPrice": 5}]}           | /lines/0/unitPrice   | wrong_type
					{$c, "lines": [{"sku": "x", "quantity": 1, "unitPrice": {"amount": "1,5", "currency": "EUR"}}]} | /lines/0/unitPrice/amount | invalid_value
					{$c, "lines": [{"sku": "x", "quantity": 1, "unitPrice": {"amount": "1", "currency": "EURO"}}]}  | /lines/0/unitPrice/currency | invalid_value
					{$c, "lines": [{"sku": "x", "quantity": 1, "unitPrice": {"amount": "1", "currency": "eur"}}]}   | /lines/0/unitPrice/currency | invalid_value
					{$c, "lines": [{"sku": "x", "quantity": 1, "unitPrice": {"amount": "1", "currency": "DEM"}}]}   | /lines/0/unitPrice/currency | invalid_value
					{$c, "lines": [{"sku": "x", "quantity": 1, "description": "a\\u0000b"}]} | /lines/0/description | control_character
					{$c, "lines": [$l], "clientOrderNumber": "a\\u001bb"}                  | /clientOrderNumber   | control_character
					{$c, "lines": [$l], "clientOrderNumber": " "}                          | /clientOrderNumber   | invalid_format
					{$c, "lines": [$l], "clientOrderNumber": 7}                            | /clientOrderNumber   | wrong_type
					{$c, "lines": [$l], "orderDate": 20260101}                             | /orderDate           | wrong_type
					{$c, "lines": [$l], "orderDate": "1.1.2026"}                           | /orderDate           | invalid_value
					{$c, "lines": [$l], "status": "shipped"}                               | /status              | invalid_value
					{$c, "lines": [$l], "ownerId": "me"}                                   | /ownerId             | invalid_value
					{"customerId": 7, "lines": [$l]}                                       | /customerId          | wrong_type
					{"customerId": "x", "lines": [$l]}                                     | /customerId          | invalid_value
					{"lines": [$l]}                                                        | /customerId          | required
					{"customerExternalId": {"system": "ERP", "id": "1"}, "lines": [$l]}    | /customerExternalId/system | invalid_format
					{$c, "customerExternalId": {"system": "erp", "id": "1"}, "lines": [$l]} | /customerExternalId | conflict
					{$c, $c, "lines": [$l]}                                                | ``                   | malformed_json
					{$c, "lines": [$l]                                                     | ``                   | malformed_json
					{$c, "lines": [$l]} {}                                                 | ``                   | wrong_type
					[]                                                                     | ``                   | wrong_type
					""")
	void namesTheFieldThatIsWrong(String body, String pointer, String code) {
		HttpAnswer refused = this.http
			.post(PATH,
					body.replace("$c", "\"customerId\": \"%s\"".formatted(this.customer))
						.replace("$l", "{\"sku\": \"%s\", \"quantity\": 1}".formatted(this.sku)))
			.expect(400);
		assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
		assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo(code);
		assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
		assertThat(refused.body()).doesNotContain("io.kehu").doesNotContain("Exception");
	}

	@Test
	void refusesOverlongValues() {
		assertThat(pointer(body("\"clientOrderNumber\": \"%s\"".formatted("9".repeat(101)))))
			.isEqualTo("/clientOrderNumber");
		String line = "{\"sku\": \"%s\", \"quantity\": 1}".formatted(this.sku);
		assertThat(pointer("{\"customerId\": \"%s\", \"lines\": [%s]}".formatted(this.customer,
				String.join(",", Collections.nCopies(1001, line)))))
			.isEqualTo("/lines");
		for (String field : List.of("sku", "description")) {
			assertThat(pointer("{\"customerId\": \"%s\", \"lines\": [{\"%s\": \"%s\", \"quantity\": 1}]}"
				.formatted(this.customer, field, "x".repeat(301)))).isEqualTo("/lines/0/" + field);
		}
	}

	private String pointer(String body) {
		return this.http.post(PATH, body).expect(400).json().at("/errors/0/pointer").asString();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void readsNoMoreOfAHugeBodyThanItTakes(boolean announced) {
		StreamedUpload upload = this.http.upload(PATH, "{\"clientOrderNumber\": \"", HUGE, announced);
		assertThat(upload.answer().expect(413).header("Content-Type")).startsWith("application/problem+json");
		assertThat(upload.answer().json().get("type").asString()).endsWith("too-large");
		assertThat(upload.sent()).as("the rest is left unread").isLessThan(HUGE / 4);
	}

	@Test
	void keepsNoMoreOfAHugeLineThanItTakes() {
		StreamedUpload upload = this.http.with("Content-Type", "application/x-ndjson")
			.upload(PATH + "/bulk", "{\"clientOrderNumber\": \"", HUGE, false);
		List<JsonNode> results = upload.answer().expect(200).lines();
		assertThat(texts(results, "status")).containsExactly("rejected");
		assertThat(results.get(0).at("/errors/0/code").asString()).isEqualTo("invalid_length");
		assertThat(upload.sent()).isEqualTo(HUGE);
	}

	@Test
	void refusesDeepNesting() {
		String deep = "[".repeat(10_000) + "]".repeat(10_000);
		for (String body : List.of("{\"lines\": %s}".formatted(deep), "{\"colour\": %s}".formatted(deep), deep,
				"{\"a\":".repeat(10_000))) {
			this.http.post(PATH, body).expect(400);
		}
		String path = order("\"status\": \"draft\"").header("Location");
		this.stored = rows();
		this.http.patch(path, "*", "{\"lines\": %s}".formatted(deep)).expect(400);
		HttpAnswer lines = this.http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString("{\"lines\": %s}".formatted(deep)))
			.expect(200);
		assertThat(texts(lines.lines(), "status")).containsExactly("rejected");
	}

	@Test
	void refusesBytesThatAreNoText() {
		byte[] bytes = { '{', '"', 's', 't', 'a', 't', 'u', 's', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}' };
		HttpProbe json = this.http.with("Content-Type", "application/json");
		assertThat(json.exchange("POST", PATH, BodyPublishers.ofByteArray(bytes)).expect(400).header("Content-Type"))
			.startsWith("application/problem+json");
		json.exchange("POST", PATH, BodyPublishers.noBody()).expect(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "colour=red", "number[near]=x", "status=lost", "orderDate[gt]=yesterday", "limit=0",
			"limit=201", "limit=many", "sort=shoeSize", "cursor=abc", "cursor=%00", "count=perhaps", "customerId=1",
			"total[gt]=much", "total[gt]=1e999999999", "number=%00", "clientOrderNumber=a%00b", "currency=%00",
			"orderDate[like]=x", "ownerId[null]=maybe", "orderDate[gt]=%2B999999999-12-31",
			"orderDate[gt]=-999999999-01-01", "createdAt[gt]=%2B1000000000-12-31T23:59:59Z" })
	void namesTheParameterThatIsWrong(String query) {
		HttpAnswer refused = this.http.get(PATH + "?" + query).expect(400);
		String parameter = query.substring(0, query.indexOf('='));
		assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
		assertThat(refused.json().at("/errors/0/parameter").asString()).isEqualTo(parameter);
	}

	@Test
	void refusesCursorsOfOtherListsAndForgedOnes() {
		order("\"orderDate\": \"2026-05-05\"");
		order("\"orderDate\": \"2026-05-05\"");
		this.stored = rows();
		String cursor = this.http.get(PATH + "?limit=1").expect(200).json().get("nextCursor").asString();
		this.http.get(PATH + "?limit=1&cursor=" + cursor).expect(200);
		this.http.get(PATH + "?sort=total&cursor=" + cursor).expect(400);
		char forged = (cursor.charAt(0) == 'A') ? 'B' : 'A';
		this.http.get(PATH + "?cursor=" + forged + cursor.substring(1)).expect(400);
		this.http.get("/api/v1/products?cursor=" + cursor).expect(400);
	}

	@Test
	void refusesWhatIsNoPathOrMethodOrMediaType() {
		this.http.get(PATH + "/not-a-uuid").expect(400);
		this.http.get(PATH + "/" + UUID.randomUUID()).expect(404);
		this.http.put(PATH, "{}").expect(405);
		this.http.with("Content-Type", "text/plain").exchange("POST", PATH, BodyPublishers.ofString("x")).expect(415);
		this.http.with("If-Match", "\"-1\"").post(PATH + "/" + UUID.randomUUID() + "/confirm", "").expect(404);
		this.http.get(PATH + "/export?format=xml").expect(400);
	}

	private long rows() {
		return Objects.requireNonNull(this.jdbc.queryForObject(
				"select (select count(*) from orders) + (select count(*) from order_line) + (select count(*) from order_key)",
				Long.class));
	}

}
