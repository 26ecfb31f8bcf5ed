package io.kehu.customer.customer;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

import io.kehu.customer.CustomerServiceTest;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import io.kehu.platform.test.probe.StreamedUpload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@CustomerServiceTest
class CustomerBadInputTests {

	private static final String PATH = "/api/v1/customers";

	private static final long HUGE = 100L << 20;

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private JdbcClient database;

	private HttpProbe http;

	@BeforeEach
	void signIn() {
		this.http = this.anyone.as("customer:pii", "customer:read", "customer:write");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"kind": "company", "name": "x", "colour": "red"}                          | /colour           | unknown_field
					{"kind": "company", "name": 7}                                             | /name             | wrong_type
					{"kind": "tree", "name": "x"}                                              | /kind             | invalid_value
					{"kind": "company"}                                                        | /name             | required
					{"kind": "company", "name": "\\u200b"}                                   | /name             | blank
					{"kind": "company", "name": "\\u00a0\\u3000"}                             | /name             | blank
					{"kind": "company", "name": "x", "tags": ["\\u200b "]}                   | /tags/0           | blank
					{"kind": "company", "name": "x", "phones": [{"number": "+493012345", "extension": "x"}]} | /phones/0/extension | invalid_format
					{"name": "x"}                                                              | /kind             | required
					{"kind": "company", "name": "a\\u0000b"}                                   | /name             | control_character
					{"kind": "company", "name": "x", "emails": [{"address": "nobody"}]}        | /emails/0/address | invalid_email
					{"kind": "company", "name": "x", "emails": {"address": "a@b.cd"}}          | /emails           | wrong_type
					{"kind": "company", "name": "x", "phones": [{"number": "12"}]}             | /phones/0/number  | international_phone
					{"kind": "company", "name": "x", "addresses": [{"country": "Germany"}]}    | /addresses/0/country | country_code
					{"kind": "person", "name": "x", "birthDate": "1859-83-01"}                 | /birthDate        | invalid_value
					{"kind": "person", "name": "x", "birthDate": "2999-01-01"}                 | /birthDate        | invalid_date
					{"kind": "person", "name": "x", "birthDate": "-999999999-01-01"}           | /birthDate        | invalid_value
					{"kind": "company", "name": "x", "birthDate": "1999-01-01"}                | /birthDate        | consistent_customer
					{"kind": "company", "name": "x", "parentId": "me"}                         | /parentId         | invalid_value
					{"kind": "company", "name": "x", "customFields": {"a": {"b": 1}}}          | /customFields/a   | consistent_customer
					{"kind": "company", "name": "x", "customFields": {"a": "b\\u0000"}}      | /customFields/a   | control_character
					{"kind": "company", "name": "x", "customFields": {"a b": 1}}                | /customFields/a b | invalid_format
					{"kind": "company", "name": "x", "customFields": {"": 1}}                  | /customFields/    | invalid_format
					{"kind": "company", "name": "x", "customFields": {"a": 1e999999}}          | /customFields/a   | consistent_customer
					{"kind": "company", "name": "x", "tags": ["\\u0007"]}                    | /tags/0           | control_character
					{"kind": "company", "name": "x", "tags": [""]}                             | /tags/0           | required
					{"kind": "company", "name": "x", "kind": "person"}                         | ``                | malformed_json
					{"kind": "company", "name": "x"                                            | ``                | malformed_json
					[]                                                                         | ``                | wrong_type
					{"kind": "company", "name": "x", "parentId": "018f2f6e-0000-7000-8000-000000000000"} | /parentId | unknown_reference
					""")
	void namesTheFieldAndStoresNothing(String body, String pointer, String code) {
		HttpAnswer refused = this.http.post(PATH, body).expect(400);
		assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
		assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo(code);
		assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
		assertThat(refused.json().get("type").asString()).isEqualTo("urn:kehu:problem:invalid-input");
		assertThat(refused.json().get("instance").asString()).isEqualTo(PATH);
		assertThat(refused.body()).doesNotContain("io.kehu").doesNotContain("Exception");
		assertThat(stored()).isZero();
	}

	@Test
	void refusesOverlongValues() {
		this.http.post(PATH, Map.of("kind", "company", "name", "x".repeat(201))).expect(400);
		this.http.post(PATH, Map.of("kind", "company", "name", "x", "taxNumber", "9".repeat(41))).expect(400);
		assertThat(stored()).isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void readsNoMoreOfAHugeBodyThanItTakes(boolean announced) {
		StreamedUpload upload = this.http.upload(PATH, "{\"name\": \"", HUGE, announced);
		assertThat(upload.answer().expect(413).header("Content-Type")).startsWith("application/problem+json");
		assertThat(upload.answer().json().get("type").asString()).endsWith("too-large");
		assertThat(upload.sent()).as("the rest is left unread").isLessThan(HUGE / 4);
		assertThat(stored()).isZero();
	}

	@Test
	void keepsNoMoreOfAHugeLineThanItTakes() {
		StreamedUpload upload = this.http.with("Content-Type", "application/x-ndjson")
			.upload(PATH + "/bulk", "{\"name\": \"", HUGE, false);
		assertThat(upload.answer().expect(200).lines()).singleElement()
			.satisfies((line) -> assertThat(line.at("/errors/0/code").asString()).isEqualTo("invalid_length"));
		assertThat(upload.sent()).isEqualTo(HUGE);
		assertThat(stored()).isZero();
	}

	/** Java's own client reads nothing before it has sent all. */
	@Test
	void takesAllLinesBeforeAnyAnswerIsRead() {
		int lines = 100_000;
		HttpAnswer answer = this.http.with("Content-Type", "application/x-ndjson")
			.exchange("POST", PATH + "/bulk", BodyPublishers.ofString(("{}" + " ".repeat(200) + "\n").repeat(lines)))
			.expect(200);
		assertThat(answer.body()).as("more than fits in any buffer on the way").hasSizeGreaterThan(10 << 20);
		assertThat(answer.lines()).hasSize(lines).last().satisfies((last) -> {
			assertThat(last.get("line").asInt()).isEqualTo(lines);
			assertThat(last.get("status").asString()).isEqualTo("rejected");
		});
		assertThat(stored()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "name=%00", "tag=a%00b", "email=%00", "cursor=%00", "externalId=a:%00",
			"createdAt[gt]=%2B1000000000-12-31T23:59:59Z", "birthDate=-999999999-01-01" })
	void namesParametersThatNothingCanBeComparedWith(String query) {
		assertThat(this.http.get(PATH + "?" + query).expect(400).json().at("/errors/0/parameter").asString())
			.isEqualTo(query.substring(0, query.indexOf('=')));
	}

	@Test
	void refusesBytesThatAreNoText() {
		byte[] bytes = { '{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}' };
		HttpProbe json = this.http.with("Content-Type", "application/json");
		assertThat(json.exchange("POST", PATH, BodyPublishers.ofByteArray(bytes)).expect(400).header("Content-Type"))
			.startsWith("application/problem+json");
		json.exchange("POST", PATH, BodyPublishers.noBody()).expect(400);
		assertThat(stored()).isZero();
	}

	@Test
	void refusesDeepNesting() {
		String deep = "[".repeat(10_000) + "]".repeat(10_000);
		this.http.post(PATH, deep).expect(400);
		this.http.post(PATH, "{\"colour\": %s}".formatted(deep)).expect(400);
		HttpAnswer refused = this.http
			.post(PATH, "{\"kind\": \"company\", \"name\": \"x\", \"customFields\": {\"a\": " + deep + "}}")
			.expect(400);
		assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("too_complex");
		assertThat(stored()).isZero();
	}

	@Test
	void refusesWhatIsNoPathOrMethodOrMediaType() {
		this.http.get(PATH + "/not-a-uuid").expect(400);
		this.http.get(PATH + "/018f2f6e-0000-7000-8000-000000000000").expect(404);
		this.http.get("/api/v1/nothing").expect(404);
		this.http.put(PATH, "{}").expect(405);
		this.http.with("Content-Type", "text/plain").exchange("POST", PATH, BodyPublishers.ofString("x")).expect(415);
		this.http.put(PATH + "/by-external-id/Bad%20System/1", "{\"kind\": \"company\", \"name\": \"x\"}").expect(400);
		assertThat(stored()).isZero();
	}

	private long stored() {
		return this.database.sql("select count(*) from customer").query(Long.class).single()
				+ this.database.sql("select count(*) from outbox").query(Long.class).single();
	}

}
