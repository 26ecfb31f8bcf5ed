package io.kehu.customer.field;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.contract.EventContract;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class CustomFieldTests {

	private static final String PATH = "/api/v1/custom-fields";

	private static final String CUSTOMERS = "/api/v1/customers";

	private final String key = "f" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);

	@Autowired
	private HttpProbe anyone;

	private HttpProbe http;

	private String defined = "";

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:read", "customer:write", "custom-field:read", "custom-field:write");
	}

	/** What is required would be required by other tests, too. */
	@AfterEach
	void remove() {
		if (!this.defined.isEmpty()) {
			this.http.with("If-Match", "*").delete(this.defined).expect(204);
		}
	}

	private HttpAnswer define(String fields) {
		HttpAnswer answer = this.http.post(PATH,
				"{\"key\": \"%s\", \"label\": \"A field\", %s}".formatted(this.key, fields));
		if (answer.status() == 201) {
			this.defined = answer.header("Location");
		}
		return answer;
	}

	private HttpAnswer customer(String value) {
		return this.http.post(CUSTOMERS, body(value));
	}

	private String body(String value) {
		String field = value.isEmpty() ? "" : "\"%s\": %s".formatted(this.key, value);
		return "{\"kind\": \"company\", \"name\": \"Acme\", \"customFields\": {%s}}".formatted(field);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"type\": \"text\", \"maxLength\": 3|\"abc\"|\"abcd\"",
			"\"type\": \"number\", \"minimum\": 1, \"maximum\": 5|5|5.1", "\"type\": \"number\"|1|\"1\"",
			"\"type\": \"boolean\"|true|\"true\"", "\"type\": \"date\"|\"2026-02-28\"|\"2026-02-30\"",
			"\"type\": \"money\", \"minimum\": 0|{\"amount\": \"1.00\", \"currency\": \"EUR\"}|{\"amount\": \"-1.00\", \"currency\": \"EUR\"}",
			"\"type\": \"money\"|{\"amount\": \"1.00\", \"currency\": \"EUR\"}|12",
			"\"type\": \"choice\", \"choices\": [\"a\", \"b\"]|\"a\"|\"c\"",
			"\"type\": \"multi_choice\", \"choices\": [\"a\", \"b\"]|[\"a\", \"b\"]|[\"a\", \"a\"]",
			"\"type\": \"reference\"|\"SELF\"|\"0199b8a4-7c1e-7d3a-9f52-3b6c1a2d4e5f\"" })
	void accepts(String definition, String valid, String invalid) {
		String present = this.http.post(CUSTOMERS, "{\"kind\": \"company\", \"name\": \"Present\"}")
			.expect(201)
			.json()
			.get("id")
			.asString();
		define(definition).expect(201);
		customer(valid.replace("SELF", present)).expect(201);
		JsonNode refused = customer(invalid).expect(400).json();
		assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/customFields/" + this.key);
		assertThat(refused.at("/errors/0/code").asString()).isEqualTo("invalid_value");
	}

	@Test
	void requiresAValueOrTakesTheDefault() {
		HttpAnswer before = customer("").expect(201);
		define("\"type\": \"number\", \"required\": true").expect(201);
		assertThat(customer("").expect(400).json().at("/errors/0/code").asString()).isEqualTo("required");
		this.http.patch(before.header("Location"), "*", "{\"name\": \"Renamed\"}").expect(200);
		this.http.patch(before.header("Location"), "*", "{\"customFields\": {\"other\": 1}}").expect(400);
		this.http.patch(this.defined, "*", "{\"defaultValue\": 7}").expect(200);
		assertThat(customer("").expect(201).json().at("/customFields/" + this.key).asInt()).isEqualTo(7);
		assertThat(bulk(body(""), body("\"x\""), body("8"))).containsExactly("created", "rejected", "created");
	}

	@Test
	void keepsUniqueValuesApart() {
		define("\"type\": \"text\", \"unique\": true").expect(201);
		HttpAnswer first = customer("\"a\"").expect(201);
		assertThat(customer("\"a\"").expect(409).json().at("/errors/0/pointer").asString())
			.isEqualTo("/customFields/" + this.key);
		this.http
			.patch(first.header("Location"), "*", "{\"customFields\": {\"%s\": \"a\", \"b\": 1}}".formatted(this.key))
			.expect(200);
		assertThat(bulk(body("\"b\""), body("\"b\""), body("\"a\""))).containsExactly("created", "rejected",
				"rejected");
	}

	@Test
	void isFoundByItsValues() {
		define("\"type\": \"multi_choice\", \"choices\": [\"a\", \"b\"]").expect(201);
		String both = customer("[\"a\", \"b\"]").expect(201).json().get("id").asString();
		String one = customer("[\"b\"]").expect(201).json().get("id").asString();
		assertThat(found("=a")).containsExactly(both);
		assertThat(found("=b")).containsExactly(both, one);
	}

	@Test
	void comparesAmounts() {
		define("\"type\": \"money\"").expect(201);
		customer("{\"amount\": \"9.50\", \"currency\": \"EUR\"}").expect(201);
		String more = customer("{\"amount\": \"10.00\", \"currency\": \"EUR\"}").expect(201)
			.json()
			.get("id")
			.asString();
		assertThat(found("[gte]=10")).containsExactly(more);
	}

	private List<String> found(String filter) {
		return this.http.get(CUSTOMERS + "?sort=id&customFields." + this.key + filter)
			.expect(200)
			.json()
			.get("items")
			.valueStream()
			.map((item) -> item.get("id").asString())
			.toList();
	}

	private List<String> bulk(String... lines) {
		return this.http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", CUSTOMERS + "/bulk", BodyPublishers.ofString(String.join("\n", lines)))
			.expect(200)
			.lines()
			.stream()
			.map((line) -> line.get("status").asString())
			.toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"type\": \"choice\"|/choices", "\"type\": \"text\", \"choices\": [\"a\"]|/choices",
					"\"type\": \"number\", \"minimum\": 2, \"maximum\": 1|/maximum", "\"type\": \"colour\"|/type",
					"\"type\": \"number\", \"defaultValue\": \"x\"|/defaultValue",
					"\"type\": \"boolean\", \"unique\": true|/unique",
					"\"type\": \"text\", \"position\": -1|/position" })
	void refusesDefinitionsThatContradictThemselves(String fields, String pointer) {
		assertThat(define(fields).expect(400).json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
	}

	@Test
	void keepsItsKeyAndType(@Autowired EventProbe events) {
		HttpAnswer answer = define("\"type\": \"text\", \"position\": 3").expect(201);
		this.http.patch(this.defined, "*", "{\"key\": \"other\"}").expect(400);
		this.http.patch(this.defined, "*", "{\"type\": \"date\"}").expect(409);
		this.http.patch(this.defined, "*", "{\"label\": \"Better\"}").expect(200);
		this.anyone.as("custom-field:read").post(PATH, "{}").expect(403);
		events
			.awaitExactly("kehu.custom-fields", answer.json().get("id").asString(), "io.kehu.custom-field.defined.v1",
					"io.kehu.custom-field.changed.v1")
			.forEach((event) -> EventContract.check(event.headers().get("ce_type"), event.json().toString()));
	}

}
